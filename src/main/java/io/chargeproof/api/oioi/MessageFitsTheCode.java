package io.chargeproof.api.oioi;

import io.chargeproof.check.Invariant;
import io.chargeproof.check.Judgement;
import io.chargeproof.check.Verifies;
import io.chargeproof.exchange.Exchange;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Decides that the message isn't blank and isn't the documented text of another code. The wording itself is free. When it
 * fails, look at where code and message are put together.
 */
@Verifies("OIOI-RESULT-3")
final class MessageFitsTheCode implements Invariant {
    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]");

    private static final Map<String, Integer> CODES_BY_TEXT = ResultCode.documentedTexts().entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(text -> plain(text.getValue()), Map.Entry::getKey));

    @Override
    public List<Judged> judge(Exchange exchange) {
        UserAnswer answer = UserAnswer.of(exchange);
        JsonNode message = answer.body().path("result").path("message");
        if (answer.code().isEmpty() || !message.isString()) {
            return List.of();
        }
        String what = exchange.request().purpose().inWords();
        return List.of(Judged.of("OIOI-RESULT-3", judge(answer.code().getAsInt(), message.stringValue(), what)));
    }

    private static Judgement judge(int code, String message, String what) {
        if (message.isBlank()) {
            return Judgement.broken(
                    "the result of " + what + " has a blank message",
                    "a message that says something",
                    "\"" + message + "\"");
        }
        Set<Integer> own = new ResultCode(code).orMoreGeneral();
        Optional<Integer> other =
                Optional.ofNullable(CODES_BY_TEXT.get(plain(message))).filter(documented -> !own.contains(documented));
        return other.map(documented -> Judgement.broken(
                        "the result of " + what + " has the message of another code",
                        "a message that fits result code " + code,
                        "\"" + message + "\", the text of " + documented))
                .orElse(Judgement.HOLDS);
    }

    private static String plain(String text) {
        return NEITHER_LETTER_NOR_DIGIT.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
