package io.chargeproof.scenario;

import io.chargeproof.check.Judgement;
import io.cucumber.java.en.Then;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What scenarios of one's own expect of the last answer, whatever any document says. */
public final class AnswerSteps {
    private static final JsonMapper JSON = new JsonMapper();

    private final Answers answers;

    /** Steps of a scenario. */
    public AnswerSteps(Answers answers) {
        this.answers = answers;
    }

    @Then("the answer's {string} is {string}")
    public void memberIs(String path, String value) {
        answers.expect(answer -> Judgement.holdsIf(
                        answer.json(path).filter(node -> isSame(node, value)).isPresent(),
                        "the answer's \"" + path + "\" "
                                + answer.member(path).map(text -> "differs").orElse("is absent"),
                        value,
                        answer.member(path).orElse("no such member"))
                .at(Answer.pointer(path)));
    }

    @Then("the answer's {string} is absent")
    public void memberIsAbsent(String path) {
        answers.expect(answer -> {
            Optional<String> member = answer.member(path);
            return Judgement.holdsIf(
                            member.isEmpty(),
                            "the answer has \"" + path + "\"",
                            "no such member",
                            member.orElse("no such member"))
                    .at(Answer.pointer(path));
        });
    }

    @Then("the answer's status is {int}")
    public void statusIs(int status) {
        answers.expect(answer -> Judgement.holdsIf(
                        answer.status() == status,
                        "the answer's status differs",
                        "HTTP " + status,
                        "HTTP " + answer.status())
                .rightWith(Set.of(status)));
    }

    /** A string is compared letter by letter, anything else as JSON. */
    private static boolean isSame(JsonNode node, String value) {
        if (node.isString()) {
            return node.asString().equals(value);
        }
        try {
            return node.toString().equals(value) || node.equals(JSON.readTree(value));
        } catch (JacksonException isNoJson) {
            return false;
        }
    }
}
