package io.chargeproof.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chargeproof.sandbox.oioi.User;
import io.chargeproof.sandbox.oioi.UserTestData;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class SandboxTest {
    @Test
    void writes_a_profile_of_itself() {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.correct())) {
            Object profile = new Load(LoadSettings.builder().build()).loadFromString(sandbox.profile());

            assertThat(profile).isInstanceOf(Map.class);
            Map<?, ?> map = (Map<?, ?>) profile;
            assertThat(map.keySet()).isEqualTo(Set.of("name", "kind", "evc-net", "oioi", "limits", "depth"));
            Map<?, ?> evcNet = (Map<?, ?>) map.get("evc-net");
            assertThat(evcNet.get("base-url")).isEqualTo(sandbox.baseUrl().toString());
            assertThat((List<?>) evcNet.get("cards")).hasSize(200);
            Map<?, ?> oioi = (Map<?, ?>) map.get("oioi");
            assertThat(oioi.get("endpoint"))
                    .isEqualTo(sandbox.addresses().get("OIOI").toString());
            assertThat(((Map<?, ?>) oioi.get("users")).get("sparse"))
                    .isEqualTo(Map.of(
                            "username", "sparse@drivers.example.com",
                            "token", "19fd6c83a5e04d27905b7ae4c2681d3b",
                            "password", "cpsandbox-Sparse-7741",
                            "evco-id", "BE*CPB*550138*1",
                            "rfid", "04C0FFEEC30003"));
            assertThat(map.get("limits"))
                    .isEqualTo(
                            Map.of("max-requests", 100_000, "max-customers", 100_000, "timeout", "10s", "retries", 3));
        }
    }

    @Test
    void names_a_defect_or_variant_that_there_is_not_and_the_nearest_one() {
        assertThatThrownBy(() -> Sandbox.start(new SandboxOptions(0, List.of("evc-creates-answer-201"), List.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the sandbox has no defect 'evc-creates-answer-201'; did you mean 'evc-create-answers-201'?");
        assertThatThrownBy(() -> Sandbox.start(new SandboxOptions(0, List.of(), List.of("x"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the sandbox has no variant 'x'; did you mean '");
    }

    @Test
    void says_that_a_port_is_taken() {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.correct())) {
            int port = sandbox.baseUrl().getPort();

            assertThatThrownBy(() -> Sandbox.start(new SandboxOptions(port, List.of(), List.of())))
                    .hasMessage("port " + port + " on 127.0.0.1 can't be opened: Address already in use");
        }
    }

    @Test
    void keeps_its_state_together_under_many_threads() {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.correct())) {
            Client client = new Client(sandbox);
            User user = UserTestData.primary();
            Set<Long> ids = ConcurrentHashMap.newKeySet();

            IntStream.range(0, 200).parallel().forEach(number -> {
                ids.add(client.created());
                ObjectNode names =
                        Bodies.object().put("first-name", "n" + number).put("last-name", "n" + number);
                assertThat(client.post(user, names).code()).isZero();
                JsonNode shown = client.shown(user);
                assertThat(shown.path("first-name")).isEqualTo(shown.path("last-name"));
            });

            assertThat(ids).hasSize(200);
        }
    }

    @Test
    void gives_a_contested_card_to_one_customer() {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.correct())) {
            Client client = new Client(sandbox);
            String body = Bodies.cards("NL-CP000010-A1", "NL-CP000011-A1").toString();
            List<Long> ids =
                    IntStream.range(0, 20).mapToObj(any -> client.created()).toList();

            long winners = ids.parallelStream()
                    .filter(id -> client.put(id, body).status() == 200)
                    .count();

            assertThat(winners).isEqualTo(1);
        }
    }
}
