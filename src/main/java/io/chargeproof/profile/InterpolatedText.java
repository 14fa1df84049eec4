package io.chargeproof.profile;

import io.chargeproof.requirement.Api;
import io.chargeproof.requirement.Apis;
import io.chargeproof.yaml.YamlPlace;
import io.chargeproof.yaml.YamlScalar;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    static InterpolatedText of(YamlScalar scalar, Map<String, String> environment) {
        Matcher reference = REFERENCE.matcher(scalar.text());
        StringBuilder filled = new StringBuilder();
        String whole = null;
        boolean literal = true;
        while (reference.find()) {
            String name = name(reference, scalar.place());
            reference.appendReplacement(filled, Matcher.quoteReplacement(value(name, environment, scalar.place())));
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

    private static String value(String name, Map<String, String> environment, YamlPlace place) {
        String value = environment.get(name);
        if (value == null) {
            throw place.fault("needs the environment variable " + name + ", which isn't set; set it, as by export "
                    + name + "=…");
        }
        return value;
    }
}
