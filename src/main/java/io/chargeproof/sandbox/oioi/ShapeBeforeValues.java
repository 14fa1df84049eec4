package io.chargeproof.sandbox.oioi;

import io.chargeproof.sandbox.wire.WellFormedText;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A wrong JSON type or a missing country is an invalid request; a value that isn't one gets a reason. */
final class ShapeBeforeValues implements DetailsRules {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    @Override
    public Optional<CallResult> objection(ObjectNode details) {
        if (!isWellShaped(details)) {
            return Optional.of(CallResult.failed(ResultCode.INVALID_REQUEST));
        }
        return Stream.of(countries(details), locale(details), vat(details))
                .flatMap(Optional::stream)
                .findFirst()
                .map(CallResult.Objected::new);
    }

    private static boolean isWellShaped(ObjectNode details) {
        return Details.TEXTS.stream().map(details::path).allMatch(text -> isLeftOut(text) || isText(text))
                && Details.ADDRESSES.stream()
                        .map(details::path)
                        .allMatch(address -> isLeftOut(address) || isAddress(address));
    }

    private static boolean isAddress(JsonNode address) {
        return address.isObject()
                && isText(address.path(Details.COUNTRY))
                && Details.ADDRESS_TEXTS.stream()
                        .map(address::path)
                        .allMatch(text -> text.isMissingNode() || isText(text));
    }

    private static boolean isLeftOut(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private static boolean isText(JsonNode value) {
        return value.isString() && WellFormedText.isIt(value.stringValue());
    }

    private static Optional<String> countries(ObjectNode details) {
        return Details.ADDRESSES.stream()
                .map(name -> wrong(
                        details.path(name).path(Details.COUNTRY),
                        COUNTRIES::contains,
                        "The country of " + name + " is not an ISO 3166-1 alpha-2 code"))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> locale(ObjectNode details) {
        return wrong(details.path("locale"), LANGUAGES::contains, "The locale is not an ISO 639-1 code");
    }

    private static Optional<String> vat(ObjectNode details) {
        return wrong(details.path("vat"), VatFormats::fit, "Could not validate VAT number");
    }

    private static Optional<String> wrong(JsonNode value, Predicate<String> form, String reason) {
        return isLeftOut(value) || form.test(value.stringValue()) ? Optional.empty() : Optional.of(reason);
    }
}
