package io.chargeproof.profile;

import io.chargeproof.requirement.Api;
import io.chargeproof.requirement.Apis;
import io.chargeproof.yaml.YamlList;
import io.chargeproof.yaml.YamlMap;
import io.chargeproof.yaml.YamlPlace;
import io.chargeproof.yaml.YamlScalar;
import io.chargeproof.yaml.YamlValue;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A text with its environment variables filled in.
 *
 * @param text the text to use
 * @param variable the variable that is the whole of it, if one is
 * @param literal whether it is used as it stands in the file
 */
public record InterpolatedText(String text, @Nullable String variable, boolean literal) {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]*)(}?)");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    static InterpolatedText of(YamlScalar scalar, ProfileContext surroundings) {
        Matcher reference = REFERENCE.matcher(scalar.text());
        StringBuilder filled = new StringBuilder();
        String whole = null;
        boolean literal = true;
        while (reference.find()) {
            String name = name(reference, scalar.place());
            reference.appendReplacement(filled, Matcher.quoteReplacement(value(name, surroundings, scalar.place())));
            whole = reference.group().equals(scalar.text()) ? name : null;
            literal = false;
        }
        return new InterpolatedText(reference.appendTail(filled).toString(), whole, literal);
    }

    private static String name(Matcher reference, YamlPlace place) {
        String name = reference.group(1);
        if (reference.group(2).isEmpty() || !NAME.matcher(name).matches()) {
            throw place.fault("has a '${' that no name of an environment variable and '}' follow;" + " write such as ${"
                    + example() + "}, or put the whole value into a variable");
        }
        return name;
    }

    /** A name for the token of the first API, as messages show it. */
    private static String example() {
        String api = Apis.all().stream().map(Api::label).findFirst().orElse("target");
        return api.toUpperCase(Locale.ROOT).replace('-', '_') + "_TOKEN";
    }

    private static String value(String name, ProfileContext surroundings, YamlPlace place) {
        String value = surroundings.environment().get(name);
        if (value == null) {
            throw place.fault("needs the environment variable " + name + ", which isn't set; set it, as by export "
                    + name + "=…" + others(name, surroundings.unset()));
        }
        return value;
    }

    private static String others(String name, Set<String> unset) {
        List<String> others = unset.stream().filter(each -> !each.equals(name)).toList();
        return others.isEmpty()
                ? ""
                : ", and with it " + String.join(", ", others)
                        + (others.size() == 1 ? ", which isn't" : ", which aren't") + " set either";
    }

    /** The names of the variables that stand in a file, in its order. */
    static List<String> variablesIn(YamlValue value) {
        if (value instanceof YamlScalar scalar) {
            return REFERENCE
                    .matcher(scalar.text())
                    .results()
                    .map(reference -> reference.group(1))
                    .filter(name -> NAME.matcher(name).matches())
                    .toList();
        }
        Stream<YamlValue> inner = value instanceof YamlMap map
                ? map.entries().values().stream()
                : value instanceof YamlList list ? list.items().stream() : Stream.empty();
        return inner.flatMap(each -> variablesIn(each).stream()).distinct().toList();
    }
}
