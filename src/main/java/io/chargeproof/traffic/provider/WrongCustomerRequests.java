package io.chargeproof.traffic.provider;

import io.chargeproof.api.evcnet.CustomerBodies;
import io.chargeproof.check.Judgement;
import io.chargeproof.exchange.HttpMethod;
import io.chargeproof.traffic.recording.Part;
import io.chargeproof.traffic.recording.RecordedExchange;
import io.chargeproof.traffic.rule.Statement;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Requests to the Customer API that have to be refused. When it fails, look at the validation of what the finding names. */
final class WrongCustomerRequests {
    private static final int GENERIC_ERROR = 400;
    private static final Pattern OTHER_SCHEME = Pattern.compile("(?is)basic(\\s.*)?|token\\s*");
    private static final Pattern THREE_LETTERS = Pattern.compile("[A-Z]{3}");
    private static final Pattern ZONE = Pattern.compile("[A-Z][A-Za-z]+/[A-Z][A-Za-z_]+");
    private static final Pattern TRUTH = Pattern.compile("(?i)true|false|yes|no|on|off|[tfynj01]|ja|nein|nee|\\s*");

    private WrongCustomerRequests() {}

    static List<Statement> see(RecordedExchange next, Set<String> faults) {
        int status = next.exchange().status().orElse(0);
        boolean taken = status / 100 == 2;
        HttpMethod method = next.request().method();
        String operation = next.request().purpose().operation();
        List<Statement> said = new ArrayList<>();
        if (taken && method == HttpMethod.PATCH) {
            said.add(broken("EVC-HTTP-8", "a PATCH", "any status but 2xx", next));
        }
        if (operation.equals("other")) {
            return said;
        }
        if (isUnauthorised(next)) {
            if (taken) {
                said.add(broken("EVC-AUTH-4", "no valid Authorization", "HTTP 403", next));
            } else if (status == GENERIC_ERROR && faults.equals(Set.of("EVC-CLIENT-2")) && isKnown(next)) {
                said.add(broken("EVC-AUTH-5", "no valid Authorization", "HTTP 403", next));
            }
        }
        if (taken) {
            body(next, operation).ifPresent(said::add);
            value(next, operation).ifPresent(said::add);
        }
        return said;
    }

    private static boolean isKnown(RecordedExchange next) {
        return next.knows(Part.REQUEST_BODY) && next.knows(Part.REQUEST_HEADERS);
    }

    private static boolean isUnauthorised(RecordedExchange next) {
        return WrongRequestsAreRefused.isWithoutCredential(next)
                || next.header("Authorization")
                        .filter(value -> OTHER_SCHEME.matcher(value.strip()).matches())
                        .isPresent();
    }

    private static Optional<Statement> body(RecordedExchange next, String operation) {
        return SentText.isNoObject(next)
                ? Optional.of(broken(
                        operation.equals("create") ? "EVC-CREATE-5" : "EVC-UPDATE-6",
                        "a body that isn't one JSON object",
                        "HTTP 400",
                        next))
                : Optional.empty();
    }

    private static Optional<Statement> value(RecordedExchange next, String operation) {
        Optional<JsonNode> body = next.sentJson().filter(JsonNode::isObject);
        if (operation.equals("create")) {
            return body.flatMap(WrongCustomerRequests::wrongValue)
                    .map(what -> broken("EVC-CREATE-7", what, "HTTP 400", next));
        }
        return body.filter(json -> json.has("card_list") && !isListOfCards(json.path("card_list")))
                .map(json -> broken("EVC-CARD-4", "a card_list that doesn't name cards", "HTTP 400", next));
    }

    private static boolean isListOfCards(JsonNode cards) {
        return cards.isArray()
                && cards.valueStream()
                        .map(card -> card.path("card_external_id"))
                        .allMatch(id -> id.isString() && !id.stringValue().isEmpty());
    }

    /** A value that is plainly wrong, in a few words. */
    private static Optional<String> wrongValue(JsonNode body) {
        for (String name : List.of("email", "invoice_email")) {
            if (text(body, name).filter(value -> !value.contains("@")).isPresent()) {
                return Optional.of("an " + name + " without an @");
            }
        }
        for (String name : List.of("country_code", "invoice_country_code")) {
            if (text(body, name)
                    .filter(value -> THREE_LETTERS.matcher(value).matches())
                    .isPresent()) {
                return Optional.of("a " + name + " of three letters");
            }
        }
        for (String name : CustomerBodies.truthValues()) {
            if (text(body, name)
                    .filter(value -> !TRUTH.matcher(value).matches())
                    .isPresent()) {
                return Optional.of("a " + name + " that is neither true nor false");
            }
        }
        return text(body, "time_zone")
                .filter(value -> ZONE.matcher(value).matches() && !isZone(value))
                .map(value -> "a time_zone that doesn't exist");
    }

    private static Optional<String> text(JsonNode body, String name) {
        return body.path(name)
                .stringValueOpt()
                .filter(value -> !value.isBlank() && !RecordedExchange.isPlaceholder(value));
    }

    private static boolean isZone(String text) {
        try {
            return !ZoneId.of(text).getId().isEmpty();
        } catch (DateTimeException unknown) {
            return false;
        }
    }

    private static Statement broken(String requirement, String variant, String expected, RecordedExchange next) {
        return Statement.of(
                requirement,
                Judgement.broken(
                        next.request().purpose().as(variant).inWords() + " isn't refused as it should be",
                        expected,
                        next.exchange().outcomeInWords()),
                next);
    }
}
