package io.chargeproof.api;

import io.chargeproof.check.AnswerJson;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.exchange.WebPage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Tells answers that aren't those of the API which was asked: a login, a maintenance page, a portal, a proxy's own error, or
 * somebody else's JSON. One such answer may be a fault of the target; so every one that came has to be foreign.
 */
public final class ForeignAnswer {
    private static final Set<Integer> NOT_SERVED = Set.of(404, 405, 501);
    private static final int SERVER_ERROR = 500;
    private static final int LONGEST = 200;

    private ForeignAnswer() {}

    /**
     * Whether somebody else answers so: by a page, by sending on, or as one who doesn't know the address.
     *
     * @param member what every answer of the API has that says anything
     */
    public static boolean is(Exchange exchange, String member) {
        return !exchange.isInconclusive()
                && exchange.answer()
                        .filter(answer -> isPage(answer)
                                || isSentOn(answer)
                                || (NOT_SERVED.contains(answer.status()) && !has(answer, member)))
                        .isPresent();
    }

    /** Whether it is JSON of somebody else, who knows nothing of these members; a server error says nothing of that. */
    public static boolean isOthersJson(Exchange exchange, List<String> members) {
        return !exchange.isInconclusive()
                && exchange.answer()
                        .filter(answer -> answer.status() < SERVER_ERROR)
                        .flatMap(AnswerJson::valueOf)
                        .filter(json -> !json.isObject() || !json.isEmpty())
                        .filter(json -> members.stream().noneMatch(json::has))
                        .isPresent();
    }

    /** Whether all that came, to whatever was asked, is one answer that lacks the API's own member. */
    public static boolean isOneForAll(List<Exchange> exchanges, String member) {
        Exchange first = exchanges.get(0);
        return exchanges.stream()
                .allMatch(each ->
                        isOthersJson(each, List.of(member)) && content(each).equals(content(first)));
    }

    /** What came, in a few words. */
    public static String inWords(Exchange exchange) {
        return exchange.outcomeInWords()
                + exchange.answer()
                        .flatMap(answer -> WebPage.in(answer)
                                .map(WebPage::inWords)
                                .or(() -> location(answer))
                                .or(() -> json(answer)))
                        .map(words -> ", " + words)
                        .orElse("");
    }

    private static boolean isPage(HttpAnswer answer) {
        return WebPage.in(answer).isPresent();
    }

    private static boolean isSentOn(HttpAnswer answer) {
        return answer.status() >= 300 && answer.status() < 400;
    }

    private static boolean has(HttpAnswer answer, String member) {
        return AnswerJson.valueOf(answer).filter(json -> json.has(member)).isPresent();
    }

    private static String content(Exchange exchange) {
        return exchange.answer()
                .map(answer -> answer.status() + " " + answer.body().text())
                .orElse("");
    }

    /** Where an answer sends on to; what follows the path may bear secrets. */
    private static Optional<String> location(HttpAnswer answer) {
        return answer.headers()
                .first("Location")
                .filter(there -> isSentOn(answer))
                .map(there -> "to " + WebPage.plain(there.replaceFirst("[?#].*", ""), LONGEST));
    }

    private static Optional<String> json(HttpAnswer answer) {
        return AnswerJson.valueOf(answer)
                .map(JsonNode::toString)
                .filter(text -> text.length() > 2)
                .map(text -> WebPage.plain(text, LONGEST));
    }
}
