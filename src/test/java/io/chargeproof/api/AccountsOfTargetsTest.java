package io.chargeproof.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.profile.Profile;
import io.chargeproof.run.Targeted;
import io.chargeproof.teststate.RunIdentity;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which accounts of a target no two runs may use at the same time. */
class AccountsOfTargetsTest {
    @Test
    void names_the_accounts_that_no_other_run_may_use() {
        assertThat(identity(Targeted.PROFILE).accounts())
                .containsExactly(
                        "the Customer API at https://evc.example.com",
                        "the user ann at https://oioi.example.com/api/v4/request",
                        "the user bob at https://oioi.example.com/api/v4/request");
        assertThat(identity(Targeted.PROFILE.withApis(List.of())).accounts()).isEmpty();
    }

    @Test
    void knows_where_each_api_is() {
        assertThat(identity(Targeted.PROFILE).addresses())
                .isEqualTo(Map.of(
                        "evc-net",
                        URI.create("https://evc.example.com"),
                        "oioi",
                        URI.create("https://oioi.example.com/api/v4/request")));
    }

    private static RunIdentity identity(Profile profile) {
        return RunIdentity.of(profile, "r1", Instant.EPOCH);
    }
}
