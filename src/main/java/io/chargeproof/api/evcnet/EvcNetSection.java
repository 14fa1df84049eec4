package io.chargeproof.api.evcnet;

import io.chargeproof.profile.JsonValues;
import io.chargeproof.profile.Secrets;
import io.chargeproof.profile.Section;
import io.chargeproof.profile.TargetKind;
import io.chargeproof.profile.WebAddress;
import io.chargeproof.yaml.YamlMap;
import io.chargeproof.yaml.YamlScalar;
import io.chargeproof.yaml.YamlValue;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the part of a profile that is about the EVC-net Customer API. */
final class EvcNetSection {
    static final List<String> KEYS = List.of(
            "base-url",
            "token",
            "customer-id-path",
            "customer",
            "update",
            "email-domain",
            "cards",
            "card-customer",
            "unknown-customer-id");
    private static final String EXAMPLE = "https://evc-a.evc-net.com";
    private static final String RESOURCE = "/api/rest/customer";
    private static final Pattern ID_PATH = Pattern.compile("[^.\\s]+(\\.[^.\\s]+)*");
    private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?");
    private static final List<String> MAIL = List.of("send_email", "receive_newsletters");

    private final Section section;
    private final TargetKind kind;

    EvcNetSection(Section section, TargetKind kind) {
        this.section = section;
        this.kind = kind;
    }

    EvcNetTarget read() {
        JsonValues json = new JsonValues(section);
        checkMembers("customer");
        checkMembers("update");
        return new EvcNetTarget(
                baseUrl(),
                new Secrets(section).required("token", "EVC_NET_TOKEN"),
                section.optionalText("customer-id-path").map(this::idPath).orElse(null),
                json.members("customer"),
                json.members("update"),
                section.optionalText("email-domain").map(this::domain).orElse("example.com"),
                cards(),
                section.optionalText("card-customer").orElse(null),
                section.optionalText("unknown-customer-id").orElse(null));
    }

    private URI baseUrl() {
        String text = section.text("base-url", EXAMPLE);
        URI address = WebAddress.withoutSlash(WebAddress.of(text, section.place("base-url"), EXAMPLE));
        if (address.getRawPath().endsWith(RESOURCE)) {
            throw section.place("base-url").fault("must end before " + RESOURCE + ", which is added; write " + EXAMPLE);
        }
        return address;
    }

    private String idPath(String text) {
        if (!ID_PATH.matcher(text).matches()) {
            throw section.place("customer-id-path")
                    .fault("must be names of members joined by dots, such as data.customer_id");
        }
        return text;
    }

    private String domain(String text) {
        if (!DOMAIN.matcher(text).matches()) {
            throw section.place("email-domain").fault("must be a domain without @, such as example.com");
        }
        return text;
    }

    private List<String> cards() {
        List<String> cards = new ArrayList<>();
        for (YamlValue item : section.list("cards")) {
            String card = section.text(item);
            if (cards.contains(card)) {
                throw item.place().fault("is a card that the list already has; name each card once");
            }
            cards.add(card);
        }
        return cards;
    }

    private void checkMembers(String key) {
        section.find(key).map(YamlValue::map).ifPresent(map -> {
            refuseMail(map);
            map.entries().values().stream()
                    .filter(EvcNetSection::isNumberOrFlag)
                    .forEach(value -> section.warn(
                            value.place(),
                            "is " + value.kind() + ", and every documented member is a text; put it in quotes if"
                                    + " that is meant"));
        });
    }

    private void refuseMail(YamlMap map) {
        for (String member : kind == TargetKind.SANDBOX ? List.<String>of() : MAIL) {
            map.find(member)
                    .filter(value -> !section.text(value).equals("false"))
                    .ifPresent(value -> {
                        throw value.place()
                                .fault("would let the target send mail; write \"false\", or leave the key out");
                    });
        }
    }

    private static boolean isNumberOrFlag(YamlValue value) {
        return value instanceof YamlScalar scalar
                && scalar.type() != YamlScalar.Type.TEXT
                && scalar.type() != YamlScalar.Type.NULL;
    }
}
