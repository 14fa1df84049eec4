package io.chargeproof.api.oioi;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.exchange.Transport;
import io.chargeproof.exchange.jdk.JdkTransport;
import io.chargeproof.profile.Profile;
import io.chargeproof.profile.ProfileReader;
import io.chargeproof.requirement.RequirementCatalogue;
import io.chargeproof.run.TransportChain;
import io.chargeproof.sandbox.Sandbox;
import io.chargeproof.sandbox.SandboxOptions;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class UserRestorerTest {
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.correct());
    private final Profile profile = new ProfileReader(RequirementCatalogue.shipped(), Clock.systemUTC())
            .parse(sandbox.profile(), "test", Map.of())
            .profile();
    private final OioiTarget oioi = Objects.requireNonNull(OioiTarget.of(profile));
    private final TestUser primary = Objects.requireNonNull(oioi.primary());
    private final UserFixtures users = new UserFixtures(oioi, new UserRequests(oioi), 1, Accounts.unshared(oioi));
    private final JdkTransport transport = new JdkTransport(TransportChain.settings(profile));

    @AfterEach
    void stop() {
        transport.close();
        sandbox.close();
    }

    @Test
    void puts_back_what_differs_in_blanks_alone() {
        ObjectNode before = shown();
        users.accounts().found(Role.PRIMARY, before);
        transport.send(users.post(primary, spaced(before)));
        assertThat(Details.isSame(shown(), before)).isFalse();

        assertThat(new UserRestorer(transport, users).restore()).isEmpty();

        assertThat(shown()).isEqualTo(before);
    }

    @Test
    void leaves_nothing_over_where_a_target_stores_numbers_without_blanks() {
        ObjectNode stored = shown();
        users.accounts().found(Role.PRIMARY, spaced(stored));

        assertThat(new UserRestorer(alwaysStoring(stored), users).restore()).isEmpty();
    }

    @Test
    void names_who_is_not_as_before() {
        ObjectNode other = shown().deepCopy().put("last-name", "Other");
        ObjectNode stored = shown();
        users.accounts().found(Role.PRIMARY, other);

        assertThat(new UserRestorer(alwaysStoring(stored), users).restore())
                .containsExactly(
                        "the details of oioi.users.primary aren't as before in last-name; the target answered HTTP 200,"
                                + " result code 0");
    }

    /** A target that makes the same of whatever is posted. */
    private Transport alwaysStoring(ObjectNode stored) {
        return request -> request.body().text().contains("user-post-details")
                ? transport.send(users.post(primary, stored))
                : transport.send(request);
    }

    private static ObjectNode spaced(ObjectNode user) {
        return user.deepCopy().put("phone", user.path("phone").asString("").replaceAll("(?<=\\d{3})(?=\\d)", " "));
    }

    private ObjectNode shown() {
        return UserAnswer.of(transport.send(users.read(IdentifierType.USERNAME, primary.username(), primary)))
                .user()
                .orElseThrow();
    }
}
