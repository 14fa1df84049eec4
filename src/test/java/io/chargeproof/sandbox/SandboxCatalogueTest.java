package io.chargeproof.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.sandbox.Client.Answer;
import io.chargeproof.sandbox.oioi.UserTestData;
import io.chargeproof.sandbox.provider.ApiSandbox;
import io.chargeproof.sandbox.provider.Deviation;
import io.chargeproof.sandbox.provider.Service;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SandboxCatalogueTest {
    @Test
    void gives_each_name_once() {
        assertThat(Stream.concat(
                        SandboxCatalogue.defects().stream().map(Defect::id),
                        SandboxCatalogue.variants().stream().map(Variant::id)))
                .hasSizeGreaterThan(900)
                .doesNotHaveDuplicates();
    }

    @Test
    void puts_every_defect_on_all_variants() {
        SandboxCatalogue.APIS.forEach(SandboxCatalogueTest::putsEveryDefectOnAllVariants);
    }

    private static <R> void putsEveryDefectOnAllVariants(ApiSandbox<R> api) {
        List<String> variants = api.variants().stream().map(Deviation::id).toList();
        Service<R> free = api.start(variants, List.of()).service();
        assertThat(api.defects())
                .isNotEmpty()
                .allSatisfy(defect -> assertThat(defect.behaviour().vary(free)).isNotEqualTo(free));
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
            assertThat(client.get(UserTestData.primary())
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
