package io.chargeproof.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chargeproof.requirement.RequirementId;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class JsonShapeTest {
    private final JsonShape user = JsonShape.of("/oioi/user.schema.json");

    @Test
    void names_the_requirements_that_its_nodes_state() {
        assertThat(user.requirements())
                .extracting(RequirementId::value)
                .containsExactlyInAnyOrder(
                        "OIOI-GET-6",
                        "OIOI-GET-7",
                        "OIOI-GET-8",
                        "OIOI-GET-9",
                        "OIOI-GET-10",
                        "OIOI-GET-11",
                        "OIOI-GET-12",
                        "OIOI-GET-13",
                        "OIOI-GET-15",
                        "OIOI-GET-16",
                        "OIOI-GET-20");
    }

    @Test
    void judges_each_requirement_once_in_their_order() {
        assertThat(user.judge(JsonMapper.shared().readTree("{}"), "the user", "/user"))
                .extracting(Invariant.Judged::requirement)
                .isSorted()
                .containsExactlyInAnyOrderElementsOf(user.requirements());
    }

    @Test
    void tells_all_members_that_break_a_requirement_and_shows_the_first() {
        assertThat(judged("{\"first-name\": 5, \"phone\": [\"+49\"], \"locale\": \"de\"}"))
                .containsEntry(
                        "OIOI-GET-6",
                        Judgement.broken("the user has a wrong form at /first-name, /phone", "a string or null", "5")
                                .at("/user/first-name"))
                .containsEntry("OIOI-GET-11", Judgement.HOLDS);
    }

    @Test
    void names_members_that_are_missing() {
        assertThat(judged("{\"first-name\": null, \"last-name\": null, \"address\": null, \"billing-name\": null,"
                        + " \"billing-address\": null, \"locale\": null, \"social-security-number\": null,"
                        + " \"evco-id\": null}"))
                .containsEntry(
                        "OIOI-GET-16",
                        Judgement.broken(
                                        "the user has a wrong form at /vat, /phone",
                                        "all ten documented members, null where there is no value",
                                        "nothing")
                                .at("/user/vat"));
    }

    @Test
    void shows_the_beginning_of_a_long_value() {
        assertThat(judged("{\"locale\": \"" + "x".repeat(200) + "\"}"))
                .containsEntry(
                        "OIOI-GET-11",
                        Judgement.broken(
                                        "the user has a wrong form at /locale",
                                        "two lower-case letters or null",
                                        "\"" + "x".repeat(79) + "…")
                                .at("/user/locale"));
    }

    @Test
    void shows_a_value_of_80_characters_whole() {
        assertThat(judged("{\"locale\": \"" + "x".repeat(78) + "\"}"))
                .containsEntry(
                        "OIOI-GET-11",
                        Judgement.broken(
                                        "the user has a wrong form at /locale",
                                        "two lower-case letters or null",
                                        "\"" + "x".repeat(78) + "\"")
                                .at("/user/locale"));
    }

    @Test
    void holds_for_what_only_a_node_without_a_requirement_rejects() {
        assertThat(judged("5").values()).hasSize(11).containsOnly(Judgement.HOLDS);
    }

    @Test
    void says_which_resource_is_missing() {
        assertThatThrownBy(() -> JsonShape.of("/no.schema.json"))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("/no.schema.json is missing");
    }

    private Map<String, Judgement> judged(String shown) {
        Function<Invariant.Judged, String> id = each -> each.requirement().value();
        return user.judge(JsonMapper.shared().readTree(shown), "the user", "/user").stream()
                .collect(Collectors.toMap(id, Invariant.Judged::judgement));
    }
}
