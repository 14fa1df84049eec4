package io.chargeproof.api.evcnet;

import io.chargeproof.api.evcnet.NothingIsDone.Refusals;
import io.chargeproof.check.Check;
import io.chargeproof.exchange.Exchange;
import io.cucumber.java.ParameterType;
import java.util.List;
import java.util.Locale;

/** The words of the Customer API's features that stand for more than text. */
public final class CustomerParameterTypes {

    /** Which requests of the Customer API. */
    @ParameterType("a create and an update|a create|an update")
    public List<Operation> requests(String words) {
        return TargetedRequests.operations(words);
    }

    /** Where cards come from. */
    @ParameterType("fresh|spare")
    public CardSource supply(String word) {
        return CardSource.valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Which cards. */
    @ParameterType("the card|the cards|the card alone|an unknown card")
    public CardSelection cards(String words) {
        return switch (words) {
            case "the card alone" -> CardSelection.HELD_ALONE;
            case "an unknown card" -> CardSelection.UNKNOWN;
            default -> CardSelection.HELD;
        };
    }

    /** What the Customer API makes of a request. */
    @ParameterType(
            "accepted|let in|refused as a generic error|refused as a generic error that says why|refused for its token|refused in a documented way|refused in any way|refused without a server error|taken or refused as a generic error|taken or refused in a documented way")
    public Check<Exchange> outcome(String words) {
        return switch (words) {
            case "accepted" -> new RequestIsAccepted();
            case "let in" -> new TokenIsLetIn();
            case "refused as a generic error" -> new RefusedAsGenericError(false);
            case "refused as a generic error that says why" -> new RefusedAsGenericError(true);
            case "refused for its token" -> new RefusedForTheToken();
            case "refused in a documented way" -> new NothingIsDone(Refusals.DOCUMENTED);
            case "refused without a server error" -> new NothingIsDone(Refusals.NO_SERVER_ERROR);
            case "taken or refused as a generic error" -> new StatusIsOneOf(List.of(200, 400));
            case "taken or refused in a documented way" -> StatusIsOneOf.DOCUMENTED;
            default -> new NothingIsDone(Refusals.ANY);
        };
    }
}
