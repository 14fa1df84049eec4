package io.chargeproof.steps;

import io.chargeproof.check.Check;
import io.chargeproof.evcnet.NothingIsDone;
import io.chargeproof.evcnet.NothingIsDone.Refusals;
import io.chargeproof.evcnet.Operation;
import io.chargeproof.evcnet.RefusedAsGenericError;
import io.chargeproof.evcnet.RefusedForTheToken;
import io.chargeproof.evcnet.RequestIsAccepted;
import io.chargeproof.evcnet.StatusIsOneOf;
import io.chargeproof.evcnet.TokenIsLetIn;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.oioi.AuthenticationIsRefused;
import io.chargeproof.oioi.CallDoesNotSucceed;
import io.chargeproof.oioi.CallSucceeds;
import io.chargeproof.oioi.CodeIsOneOf;
import io.chargeproof.oioi.CountryIsKept;
import io.chargeproof.oioi.DetailsAreNotAccepted;
import io.chargeproof.oioi.IdentifierType;
import io.chargeproof.oioi.NoServerError;
import io.chargeproof.oioi.PostIsSeenAtOnce;
import io.chargeproof.oioi.PostedDetailsAreRead;
import io.chargeproof.oioi.PostedDetailsAreRead.Exactness;
import io.chargeproof.oioi.PostedDetailsAreRead.PostAndRead;
import io.chargeproof.oioi.PostedNullsAreRead;
import io.chargeproof.oioi.ReasonIsGiven;
import io.chargeproof.oioi.ResultCode;
import io.chargeproof.oioi.UserCall;
import io.chargeproof.testdata.BrokenBody;
import io.cucumber.java.ParameterType;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The words of the features that stand for more than text. */
public final class ParameterTypes {
    private static final Pattern NUMBER = Pattern.compile("\\d+");

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
        return IdentifierType.called(words);
    }

    /** How often, in a row. */
    @ParameterType("once|twice|\\d+ times in a row")
    public int often(String words) {
        return switch (words) {
            case "once" -> 1;
            case "twice" -> 2;
            default -> Integer.parseInt(words.substring(0, words.indexOf(' ')));
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

    /** Which values that a member isn't made for. */
    @ParameterType("wrong JSON type|hostile text|strange text|hostile value")
    public HostileKind values(String words) {
        return switch (words) {
            case "wrong JSON type" -> HostileKind.WRONG_TYPE;
            case "hostile text" -> HostileKind.TEXT;
            case "strange text" -> HostileKind.STRANGE_TEXT;
            default -> HostileKind.ANY;
        };
    }

    /** Where values stand: in one member, in each in turn, or in many at once. */
    @ParameterType("many members at once|each member|[a-z_.-]+")
    public String place(String words) {
        return words;
    }

    /** Where cards come from. */
    @ParameterType("fresh|spare")
    public CardSupply supply(String word) {
        return CardSupply.valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Which cards. */
    @ParameterType("the card|the cards|the card alone|an unknown card")
    public CardChoice cards(String words) {
        return switch (words) {
            case "the card alone" -> CardChoice.HELD_ALONE;
            case "an unknown card" -> CardChoice.UNKNOWN;
            default -> CardChoice.HELD;
        };
    }

    /** What the Customer API makes of a request. */
    @ParameterType(
            "accepted|let in|refused as a generic error|refused as a generic error that says why|refused for its token"
                    + "|refused in a documented way|refused in any way|refused without a server error"
                    + "|taken or refused as a generic error|taken or refused in a documented way")
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

    /** What OIOI answers to a call; a more general result code is always as good. */
    @ParameterType(
            "succeeds|fails|fails without a server error|gets a result code other than 0|gets a reason"
                    + "|gets no server error|is refused for its details|is refused as an authentication failure|is refused with result code \\d+(?:, \\d+)*(?: or \\d+)?")
    public Check<Exchange> reply(String words) {
        return switch (words) {
            case "succeeds" -> new CallSucceeds();
            case "fails" -> new CallDoesNotSucceed(true, true);
            case "fails without a server error" -> new CallDoesNotSucceed(true, false);
            case "gets a result code other than 0" -> new CallDoesNotSucceed(false, true);
            case "gets a reason" -> new ReasonIsGiven();
            case "gets no server error" -> new NoServerError();
            case "is refused for its details" -> new DetailsAreNotAccepted();
            case "is refused as an authentication failure" -> new AuthenticationIsRefused();
            default -> CodeIsOneOf.of(codes(words));
        };
    }

    /** Which contract ID a user shows who was asked for by one. */
    @ParameterType("a contract ID|the contract ID that was asked for, or none")
    public ContractShown contract(String words) {
        return words.equals("a contract ID") ? ContractShown.ANY : ContractShown.THAT_OR_NONE;
    }

    /** Which posts. */
    @ParameterType("each accepted post|each accepted post, if any,|each repeated post|each refused post")
    public PostChoice posts(String words) {
        return switch (words) {
            case "each accepted post" -> PostChoice.ACCEPTED;
            case "each accepted post, if any," -> PostChoice.ACCEPTED_IF_ANY;
            case "each repeated post" -> PostChoice.REPEATED;
            default -> PostChoice.REFUSED;
        };
    }

    /** What a read has to show of a post. */
    @ParameterType(
            "unchanged in meaning|unchanged in all other members|at once|with its countries|to the letter|with VAT and phone number to the letter|with nulls as null")
    public Check<PostAndRead> exactness(String words) {
        return switch (words) {
            case "unchanged in meaning" -> new PostedDetailsAreRead(Exactness.SAME_MEANING);
            case "unchanged in all other members" -> new PostedDetailsAreRead(Exactness.OTHERS_IN_MEANING);
            case "with its countries" -> new CountryIsKept();
            case "at once" -> new PostIsSeenAtOnce();
            case "to the letter" -> new PostedDetailsAreRead(Exactness.TO_THE_LETTER);
            case "with VAT and phone number to the letter" -> new PostedDetailsAreRead(Exactness.NUMBERS_TO_THE_LETTER);
            default -> new PostedNullsAreRead();
        };
    }

    /** What is recorded. */
    @ParameterType("what the target does|how often it throttles|what became of the members|its undocumented members")
    public Observation observation(String words) {
        return switch (words) {
            case "what the target does" -> Observation.ANSWERS;
            case "how often it throttles" -> Observation.THROTTLING;
            case "what became of the members" -> Observation.POSTED_MEMBERS;
            default -> Observation.UNDOCUMENTED_MEMBERS;
        };
    }

    private static List<ResultCode> codes(String words) {
        return NUMBER.matcher(words)
                .results()
                .map(MatchResult::group)
                .map(Integer::parseInt)
                .map(ResultCode::new)
                .toList();
    }
}
