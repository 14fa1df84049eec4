package io.chargeproof.steps;

import io.chargeproof.evcnet.Operation;
import io.chargeproof.oioi.IdentifierType;
import io.chargeproof.oioi.UserCall;
import io.chargeproof.testdata.BrokenBody;
import io.cucumber.java.ParameterType;
import java.util.List;
import java.util.Locale;

/** The words of the features that stand for more than text. */
public final class ParameterTypes {
    /** Which requests of the Customer API. */
    @ParameterType("a create and an update|a create|an update")
    public List<Operation> requests(String words) {
        return TargetedRequests.operations(words);
    }

    /** Which of the user calls. */
    @ParameterType("a read and a post|a read|a post")
    public List<UserCall> calls(String words) {
        return switch (words) {
            case "a read" -> List.of(UserCall.GET_DETAILS);
            case "a post" -> List.of(UserCall.POST_DETAILS);
            default -> List.of(UserCall.GET_DETAILS, UserCall.POST_DETAILS);
        };
    }

    /** Which test user. */
    @ParameterType("primary|secondary|sparse")
    public Role role(String word) {
        return Role.valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** How a user is identified. */
    @ParameterType("username|EVCO ID|RFID|token")
    public IdentifierType identifier(String words) {
        return switch (words) {
            case "username" -> IdentifierType.USERNAME;
            case "EVCO ID" -> IdentifierType.EVCO_ID;
            case "RFID" -> IdentifierType.RFID;
            default -> IdentifierType.TOKEN;
        };
    }

    /** Which broken bodies. */
    @ParameterType("body that isn't JSON|body that isn't an object|empty object|odd body")
    public List<BrokenBody> bodies(String words) {
        return BrokenBody.of(
                switch (words) {
                    case "body that isn't JSON" -> BrokenBody.Kind.REJECTED;
                    case "body that isn't an object" -> BrokenBody.Kind.NO_OBJECT;
                    case "empty object" -> BrokenBody.Kind.EMPTY_OBJECT;
                    default -> BrokenBody.Kind.TOLERATED;
                });
    }
}
