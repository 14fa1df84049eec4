package io.chargeproof.traffic.provider;

import io.chargeproof.api.oioi.CallDoesNotSucceed;
import io.chargeproof.api.oioi.Details;
import io.chargeproof.api.oioi.DetailsAreNotAccepted;
import io.chargeproof.api.oioi.IdentifierType;
import io.chargeproof.api.oioi.ReasonIsGiven;
import io.chargeproof.api.oioi.UserAnswer;
import io.chargeproof.api.oioi.UserCall;
import io.chargeproof.check.Check;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpMethod;
import io.chargeproof.traffic.recording.RecordedExchange;
import io.chargeproof.traffic.rule.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Calls of OIOI that have to be refused. When it fails, look at the validation of what the finding names. */
final class WrongCalls {
    /** Without a server error, whichever call it is; a reason refuses as well as a code. */
    private static final Check<Exchange> NEVER = new CallDoesNotSucceed(true, false);

    private static final Check<Exchange> NO_SUCCESS = new CallDoesNotSucceed(true, true);
    /** A key that isn't sent isn't made up for by a reason. */
    private static final Check<Exchange> NO_CODE_ZERO = new CallDoesNotSucceed(false, true);

    private static final Pattern NAME = Pattern.compile("[\\p{L} .'-]{3,}");
    /** A VAT number of a country whose numbers have one length, all of digits behind what is said here. */
    private static final Map<String, Pattern> VAT = Map.of(
            "DE", Pattern.compile("\\d{9}"),
            "DK", Pattern.compile("\\d{8}"),
            "FI", Pattern.compile("\\d{8}"),
            "IT", Pattern.compile("\\d{11}"),
            "LU", Pattern.compile("\\d{8}"),
            "PL", Pattern.compile("\\d{10}"),
            "PT", Pattern.compile("\\d{9}"),
            "AT", Pattern.compile("U\\d{8}"),
            "SE", Pattern.compile("\\d{12}"));

    private static final Pattern BARE_VAT = Pattern.compile("[A-Z]{2}[A-Z0-9]+");

    private WrongCalls() {}

    static List<Statement> see(RecordedExchange next) {
        if (next.request().method() != HttpMethod.POST) {
            return List.of();
        }
        List<Statement> said = new ArrayList<>();
        if (WrongRequestsAreRefused.isWithoutCredential(next)) {
            judge("OIOI-KEY-1", "no API key", NO_CODE_ZERO, next).ifPresent(said::add);
        }
        JsonNode body = next.sentJson().orElse(null);
        String call = next.request().purpose().operation();
        if (SentText.isNoObject(next) || (body != null && body.isObject() && body.isEmpty())) {
            judge("OIOI-REQ-1", "a body that isn't a call", NEVER, next).ifPresent(said::add);
        } else if (body != null && body.has(call) && next.repeatedNames().isEmpty()) {
            if (UserCall.onDetails().stream().allMatch(each -> body.has(each.label()))) {
                judge("OIOI-REQ-6", "two calls at once", NO_SUCCESS, next).ifPresent(said::add);
            } else {
                user(body.path(call), next).ifPresent(said::add);
                details(call, body.path(call), next).ifPresent(said::add);
            }
        }
        return said;
    }

    private static Optional<Statement> user(JsonNode call, RecordedExchange next) {
        JsonNode user = call.path("user");
        JsonNode type = user.path("identifier-type");
        JsonNode identifier = user.path("identifier");
        JsonNode token = user.path("token");
        if (!call.isObject()) {
            return Optional.empty();
        }
        if (user.isMissingNode()) {
            return judge("OIOI-REQ-4", "no user", NO_SUCCESS, next);
        }
        boolean wrongType = !user.isObject()
                || !isOpenOrText(type)
                || !isOpenOrText(identifier)
                || !(isOpenOrText(token) || token.isNull());
        if (wrongType) {
            return judge("OIOI-REQ-3", "a user of another type", NEVER, next);
        }
        if (type.isMissingNode() || identifier.asString("").isEmpty()) {
            return judge("OIOI-REQ-4", "a user who isn't named", NO_SUCCESS, next);
        }
        boolean known = RecordedExchange.isPlaceholder(type.stringValue())
                || Arrays.stream(IdentifierType.values())
                        .anyMatch(each -> each.label().equals(type.stringValue()));
        return known ? Optional.empty() : judge("OIOI-REQ-5", "an unknown identifier-type", NO_SUCCESS, next);
    }

    private static boolean isOpenOrText(JsonNode value) {
        return value.isMissingNode() || value.isString();
    }

    private static Optional<Statement> details(String call, JsonNode content, RecordedExchange next) {
        // Who isn't let in, or who says why not, has refused it.
        if (!call.equals(UserCall.POST_DETAILS.label())
                || !content.isObject()
                || !UserAnswer.of(next.exchange()).isSuccess()) {
            return Optional.empty();
        }
        JsonNode details = content.path("details");
        if (!details.isObject()) {
            return judge("OIOI-POST-16", "no object of details", new DetailsAreNotAccepted(), next);
        }
        Optional<String> wrongType = Details.members().stream()
                .filter(name -> !isOfItsType(name, details.path(name)))
                .findFirst();
        if (wrongType.isPresent()) {
            return judge("OIOI-POST-17", wrongType.get() + " of another type", new DetailsAreNotAccepted(), next);
        }
        return address(details, next).or(() -> vat(details, next));
    }

    private static boolean isOfItsType(String name, JsonNode value) {
        return value.isMissingNode()
                || value.isNull()
                || (Details.ADDRESSES.contains(name) ? value.isObject() : value.isString());
    }

    private static Optional<Statement> address(JsonNode details, RecordedExchange next) {
        for (String name : Details.ADDRESSES) {
            JsonNode country = details.path(name).path("country");
            if (!details.path(name).isObject()) {
                continue;
            }
            if (country.isMissingNode()
                    || country.isNull()
                    || country.asString("x").isEmpty()) {
                return judge("OIOI-POST-8", name + " without a country", new DetailsAreNotAccepted(), next);
            }
            boolean isName = country.isString()
                    && NAME.matcher(country.stringValue()).matches()
                    && !RecordedExchange.isPlaceholder(country.stringValue());
            if (isName) {
                return judge(
                        "OIOI-POST-9", name + " with a country that isn't a code", new DetailsAreNotAccepted(), next);
            }
        }
        return Optional.empty();
    }

    private static Optional<Statement> vat(JsonNode details, RecordedExchange next) {
        String vat = details.path("vat").asString("");
        Pattern form = vat.length() < 2 ? null : VAT.get(vat.substring(0, 2));
        boolean wrong = form != null
                && !RecordedExchange.isPlaceholder(vat)
                && BARE_VAT.matcher(vat).matches()
                && !form.matcher(vat.substring(2)).matches();
        return wrong
                ? judge("OIOI-POST-12", "a VAT number of the wrong format", new ReasonIsGiven(), next)
                : Optional.empty();
    }

    private static Optional<Statement> judge(
            String requirement, String variant, Check<Exchange> check, RecordedExchange next) {
        Exchange exchange = next.exchange();
        Exchange described = new Exchange(
                exchange.number(),
                exchange.request().withPurpose(exchange.request().purpose().as(variant)),
                exchange.reply(),
                exchange.attempts(),
                exchange.started(),
                exchange.duration());
        return Optional.of(Statement.of(requirement, check.judge(described), next))
                .filter(Statement::isBroken);
    }
}
