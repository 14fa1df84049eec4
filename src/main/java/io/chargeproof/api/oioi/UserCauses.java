package io.chargeproof.api.oioi;

import io.chargeproof.exchange.Exchange;
import io.chargeproof.scenario.Cause;
import io.chargeproof.scenario.Causes;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What a get of the primary user by username, with which nothing is wrong, says of other calls that are refused. */
public final class UserCauses implements Causes {
    private static final Set<Integer> OF_THE_USER = Set.of(140, 141, 142, 144, 145);

    private final Set<Cause> found = ConcurrentHashMap.newKeySet();

    @Override
    public Optional<Cause> behind(Exchange failed) {
        return Optional.empty();
    }

    @Override
    public boolean isGeneral(Exchange failed) {
        return isOf(ResultCode.OF_THE_KEY, failed) || (isOf(OF_THE_USER, failed) && isByUsername(failed));
    }

    @Override
    public boolean isNew(Cause cause) {
        return found.add(cause);
    }

    @Override
    public Optional<Cause> shownBy(Exchange control) {
        String came = UserAnswer.of(control).inWords();
        if (isOf(ResultCode.OF_THE_KEY, control)) {
            return Optional.of(cause(control, "the right API key isn't accepted any more: " + came));
        }
        return isOf(OF_THE_USER, control)
                ? Optional.of(cause(control, "the primary user can't be read by username: " + came))
                : Optional.empty();
    }

    /** Whether an answer says that the user, or the token that the profile has for it, isn't known. */
    static boolean isOfTheUser(Exchange exchange) {
        return isOf(OF_THE_USER, exchange);
    }

    /** Whether a call of a right form failed for neither the key nor the user, as its code says. */
    static boolean isOfTheTarget(Exchange exchange) {
        return UserAnswer.of(exchange).code().isPresent()
                && !UserAnswer.of(exchange).isCodeZero()
                && !isOf(ResultCode.OF_THE_KEY, exchange)
                && !isOf(OF_THE_USER, exchange);
    }

    private static Cause cause(Exchange control, String sentence) {
        return new Cause(
                Cause.rows("OIOI-GET-1"),
                Set.of(UserCall.GET_DETAILS.label(), UserCall.POST_DETAILS.label()),
                control.status().orElse(0),
                sentence);
    }

    private static boolean isByUsername(Exchange exchange) {
        return exchange.request().body().text().contains("\"" + IdentifierType.USERNAME.label() + "\"");
    }

    private static boolean isOf(Set<Integer> codes, Exchange exchange) {
        OptionalInt code = UserAnswer.of(exchange).code();
        return code.isPresent() && codes.contains(code.getAsInt());
    }
}
