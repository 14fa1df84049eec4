package io.chargeproof.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.sandbox.Client.Answer;
import io.chargeproof.sandbox.defect.Defect;
import io.chargeproof.sandbox.defect.Defects;
import io.chargeproof.sandbox.freedom.Freedom;
import io.chargeproof.sandbox.freedom.Freedoms;
import io.chargeproof.sandbox.provider.Provider;
import io.chargeproof.sandbox.provider.TestData;
import java.util.List;
import org.junit.jupiter.api.Test;

class SandboxCatalogueTest {
    @Test
    void has_a_behaviour_for_each_line_and_a_line_for_each_behaviour() {
        assertThat(SandboxCatalogue.defects().stream().map(Defect::id))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(Defects.behaviours().keySet());
        assertThat(SandboxCatalogue.freedoms().stream().map(Freedom::id))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(Freedoms.behaviours().keySet());
    }

    @Test
    void puts_every_defect_on_all_freedoms() {
        Provider free = Provider.correct();
        for (Freedom freedom : SandboxCatalogue.freedoms()) {
            free = SandboxCatalogue.freedom(freedom.id()).vary(free);
        }
        for (Defect defect : SandboxCatalogue.defects()) {
            assertThat(SandboxCatalogue.defect(defect.id()).vary(free)).isNotEqualTo(free);
        }
    }

    @Test
    void shows_a_defect_however_else_it_differs() {
        SandboxOptions options = new SandboxOptions(
                0,
                List.of("oioi-code-in-string"),
                List.of("oioi-failures-with-200", "oioi-code-100-for-all-failures", "evc-id-in-location"));
        try (Sandbox sandbox = Sandbox.start(options)) {
            Client client = new Client(sandbox);

            Answer failed = client.call("{}");
            assertThat(failed.status()).isEqualTo(200);
            assertThat(failed.text()).isEqualTo("{\"result\":{\"code\":\"100\",\"message\":\"System error\"}}");
            assertThat(client.get(TestData.primary())
                            .json()
                            .path("result")
                            .path("code")
                            .asString())
                    .isEqualTo("0");
            assertThat(client.create(Bodies.customer().toString()).headers().firstValue("location"))
                    .isPresent();
        }
    }

    @Test
    void breaks_nothing_but_what_a_defect_says() {
        try (Sandbox sandbox = Sandbox.start(
                new SandboxOptions(0, List.of("evc-create-answers-201", "evc-patch-updates"), List.of()))) {
            Client client = new Client(sandbox);

            Answer created = client.create(Bodies.customer().toString());
            long id = created.json().path("data").path("customer_id").longValue();

            assertThat(created.status()).isEqualTo(201);
            assertThat(client.send("PATCH", "/api/rest/customer/" + id, Client.TOKEN, "{}")
                            .status())
                    .isEqualTo(200);
            assertThat(client.put(id, "{}").status()).isEqualTo(200);
            assertThat(client.put(id, "{").status()).isEqualTo(400);
        }
    }
}
