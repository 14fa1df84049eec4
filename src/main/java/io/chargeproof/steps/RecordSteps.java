package io.chargeproof.steps;

import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.oioi.Details;
import io.chargeproof.oioi.UserAnswer;
import io.chargeproof.requirement.Api;
import io.cucumber.java.en.Then;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What is recorded and never judged. */
public final class RecordSteps {
    private final PostLog posts;
    private final Deeds deeds;
    private final Judge judge;

    /** Steps of a scenario. */
    public RecordSteps(PostLog posts, Deeds deeds, Judge judge) {
        this.posts = posts;
        this.deeds = deeds;
        this.judge = judge;
    }

    @Then("{observation} is/are recorded")
    public void isRecorded(Observation observation) {
        deeds.all().forEach(judge::needsAnswer);
        words(observation).forEach(judge::observe);
    }

    private List<String> words(Observation observation) {
        return switch (observation) {
            case ANSWERS -> answers();
            case THROTTLING -> List.of(throttling());
            case POSTED_MEMBERS ->
                posts.all().stream().map(RecordSteps::becameOf).toList();
            case UNDOCUMENTED_MEMBERS -> List.of(undocumentedMembers());
        };
    }

    private List<String> answers() {
        Map<String, String> seen = new LinkedHashMap<>();
        deeds.all()
                .forEach(sent ->
                        seen.merge(sent.request().purpose().inWords(), inWords(sent.exchange()), RecordSteps::joined));
        return seen.entrySet().stream()
                .map(each -> each.getKey() + ": " + each.getValue())
                .toList();
    }

    private String throttling() {
        long retried = deeds.all().stream()
                .filter(sent -> sent.exchange().attempts() > 1)
                .count();
        return retried + " of " + deeds.all().size() + " requests in a row had to be sent again";
    }

    private String undocumentedMembers() {
        UserAnswer answer = UserAnswer.of(deeds.last().exchange());
        Set<String> extra = new TreeSet<>(answer.user()
                .orElseThrow(() -> TestDataMissing.unreadable(answer))
                .propertyNames());
        Details.members().forEach(extra::remove);
        extra.remove("evco-id");
        return extra.isEmpty() ? "no undocumented members" : "undocumented members: " + String.join(", ", extra);
    }

    private static String becameOf(Posts.Post post) {
        String answer = UserAnswer.of(post.sent().exchange()).inWords();
        return post.what() + ": " + answer + (post.isAccepted() ? post.fate(Role.PRIMARY) : "");
    }

    private static String joined(String before, String now) {
        return before.contains(now) ? before : before + ", then " + now;
    }

    private static String inWords(Exchange exchange) {
        if (exchange.request().purpose().api().equals(Api.OIOI.label())) {
            return UserAnswer.of(exchange).inWords();
        }
        return exchange.outcomeInWords()
                + exchange.answer().map(RecordSteps::allowed).orElse("")
                + (echoesRequestId(exchange) ? ", the request's ID repeated" : "");
    }

    private static String allowed(HttpAnswer answer) {
        return answer.headers()
                .first("Allow")
                .map(methods -> ", allows " + methods)
                .orElse("");
    }

    private static boolean echoesRequestId(Exchange exchange) {
        return exchange.request()
                .headers()
                .first("X-Request-ID")
                .flatMap(id -> exchange.answer()
                        .map(answer -> answer.headers().fields().stream()
                                .anyMatch(field -> field.value().equals(id))))
                .orElse(false);
    }
}
