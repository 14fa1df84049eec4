package io.chargeproof.api.oioi;

import io.chargeproof.api.oioi.PostedDetailsAreRead.Exactness;
import io.chargeproof.api.oioi.PostedDetailsAreRead.PostAndRead;
import io.chargeproof.check.Check;
import io.chargeproof.exchange.Exchange;
import io.cucumber.java.ParameterType;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The words of the user calls' features that stand for more than text. */
public final class UserParameterTypes {
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /** Which of the user calls. */
    @ParameterType("a read and a post|a read|a post|a log-in")
    public List<UserCall> calls(String words) {
        return switch (words) {
            case "a read" -> List.of(UserCall.GET_DETAILS);
            case "a post" -> List.of(UserCall.POST_DETAILS);
            case "a log-in" -> List.of(UserCall.VERIFY);
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

    /** What OIOI answers to a call; a more general result code is always as good. */
    @ParameterType(
            "succeeds|fails|fails without a server error|gets a result code other than 0|gets a reason|gets no server error|is refused for its details|is refused as an authentication failure|gives a token|gives no token|is refused with result code \\d+(?:, \\d+)*(?: or \\d+)?")
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
            case "gives a token" -> new TokenIsGiven();
            case "gives no token" -> new NoTokenIsGiven();
            default -> CodeIsOneOf.of(codes(words));
        };
    }

    /** Which contract ID a user shows who was asked for by one. */
    @ParameterType("a contract ID|the contract ID that was asked for, or none")
    public ContractIdExpectation contract(String words) {
        return words.equals("a contract ID") ? ContractIdExpectation.ANY : ContractIdExpectation.THAT_OR_NONE;
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

    /** What is recorded of users. */
    @ParameterType("what became of the members|its undocumented members")
    public MemberObservation members(String words) {
        return words.startsWith("what") ? MemberObservation.POSTED : MemberObservation.UNDOCUMENTED;
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
