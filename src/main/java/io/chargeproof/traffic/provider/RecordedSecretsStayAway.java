package io.chargeproof.traffic.provider;

import io.chargeproof.api.evcnet.EvcNetModule;
import io.chargeproof.api.oioi.OioiModule;
import io.chargeproof.api.oioi.UserAnswer;
import io.chargeproof.check.Judgement;
import io.chargeproof.check.SecretsStayAway;
import io.chargeproof.check.Verifies;
import io.chargeproof.requirement.Api;
import io.chargeproof.traffic.recording.Part;
import io.chargeproof.traffic.recording.RecordedExchange;
import io.chargeproof.traffic.recording.RecordedSecrets;
import io.chargeproof.traffic.rule.Recent;
import io.chargeproof.traffic.rule.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides that no answer gives away what stands in its request as a token, a key or a password, to the letter. A token counts
 * once it was accepted; what stands in the request elsewhere too may be echoed; what could be a word counts as none. A password
 * may not stand in later answers either. No fault of a request excuses any of it.
 */
@Verifies({"EVC-AUTH-6", "EVC-CREATE-10", "OIOI-KEY-3"})
final class RecordedSecretsStayAway implements ProviderRule {
    private static final int MOST = 1_000;
    private static final int FEW = 50;
    private static final String A_PASSWORD = "a customer's password";
    /** Long enough, and with a digit: no word that stands in an answer by chance. */
    private static final Pattern UNLIKE_A_WORD = Pattern.compile("(?s)(?=.*\\d).{8,}");

    private final Api api;
    private final Recent<String, Boolean> accepted = new Recent<>(MOST);
    private final Recent<String, Password> passwords = new Recent<>(FEW);

    /** A password, and the request that bore it last. */
    private record Password(String text, RecordedExchange sent) {}

    RecordedSecretsStayAway(Api api) {
        this.api = api;
    }

    @Override
    public List<Statement> see(RecordedExchange next, Fitness fitness) {
        if (next.exchange().answer().isEmpty()) {
            return List.of();
        }
        List<Statement> said = new ArrayList<>();
        List<String> credentials = Stream.concat(
                        RecordedSecrets.credential(next.request()).stream(), RecordedSecrets.tokens(next).stream())
                .toList();
        if (isAccepted(next)) {
            credentials.forEach(credential -> accepted.put(credential, true));
        }
        credentials.stream()
                .filter(credential -> accepted.find(credential).isPresent())
                .forEach(credential -> judge(
                        api.equals(EvcNetModule.API) ? "EVC-AUTH-6" : "OIOI-KEY-3",
                        credential,
                        "a token or key",
                        next,
                        said));
        if (api.equals(EvcNetModule.API)) {
            List<String> sent = RecordedSecrets.passwords(next);
            sent.forEach(password -> judge("EVC-CREATE-10", password, "the password", next, said));
            earlier(next, said);
            sent.stream()
                    .filter(password -> UNLIKE_A_WORD.matcher(password).matches())
                    .filter(password -> !RecordedSecrets.isRepeated(password, next))
                    .forEach(password -> passwords.put(password, new Password(password, next)));
        }
        return said;
    }

    /** A password that was sent before gives itself away in the answer to what doesn't bear it. */
    private void earlier(RecordedExchange next, List<Statement> said) {
        String sent = next.request().uri() + next.request().body().text();
        String where = "the answer to " + next.request().purpose().inWords();
        Map<String, Password> known = passwords.values().stream()
                .filter(password -> !sent.contains(password.text()))
                .collect(Collectors.toMap(Password::text, password -> password));
        if (known.isEmpty() || isFreeOf(known.keySet(), next, where)) {
            return;
        }
        known.forEach((text, password) -> next.exchange()
                .answer()
                .map(answer -> new SecretsStayAway(Map.of(text, A_PASSWORD)).judge(answer, where))
                .map(judgement -> Statement.of("EVC-CREATE-10", judgement, password.sent(), next))
                .filter(Statement::isBroken)
                .ifPresent(said::add));
    }

    /** Whether none of them stands in an answer, which is so of almost all. */
    private static boolean isFreeOf(Set<String> secrets, RecordedExchange next, String where) {
        SecretsStayAway all =
                new SecretsStayAway(secrets.stream().collect(Collectors.toMap(each -> each, each -> A_PASSWORD)));
        return next.exchange()
                .answer()
                .map(answer -> all.judge(answer, where))
                .filter(Judgement.Broken.class::isInstance)
                .isEmpty();
    }

    private static void judge(
            String requirement, String secret, String name, RecordedExchange next, List<Statement> said) {
        if (!UNLIKE_A_WORD.matcher(secret).matches() || RecordedSecrets.isRepeated(secret, next)) {
            return;
        }
        SecretsStayAway check = new SecretsStayAway(Map.of(secret, name));
        String where = "the answer to " + next.request().purpose().inWords();
        next.exchange()
                .answer()
                .map(answer -> Statement.of(requirement, check.judge(answer, where), next))
                .filter(statement -> statement.isBroken() || next.knows(Part.ANSWER_BODY))
                .ifPresent(said::add);
    }

    private boolean isAccepted(RecordedExchange next) {
        return api.equals(OioiModule.API)
                ? UserAnswer.of(next.exchange()).isCodeZero()
                : next.exchange().status().filter(status -> status / 100 == 2).isPresent();
    }
}
