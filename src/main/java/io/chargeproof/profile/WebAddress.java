package io.chargeproof.profile;

import io.chargeproof.yaml.YamlPlace;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads addresses of targets. Messages don't show the address, since a secret may have slipped into it. */
public final class WebAddress {
    private static final Pattern FORM = Pattern.compile("(?i)(https?)://([^/?#]*)([^?#]*)([?#].*)?");
    private static final Pattern AUTHORITY = Pattern.compile("(\\[[^\\]]*]|[^:]*)(:[0-9]{1,5})?");
    private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(.*\\.)?([0-9]+|0x[0-9a-f]*)\\.?");
    private static final Pattern BYTE = Pattern.compile("25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9]");
    private static final Pattern IPV4 = Pattern.compile("((%1$s)\\.){3}(%1$s)".formatted(BYTE));

    private WebAddress() {}

    /** The address, its scheme and host in lower case, the host in ASCII. */
    public static URI of(String text, YamlPlace place, String example) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw place.fault("must be an absolute http or https address, such as " + example);
        }
        if (form.group(2).contains("@")) {
            throw place.fault("must not hold a user or a password before the host; leave out all up to the @");
        }
        if (form.group(4) != null) {
            throw place.fault("must end before any ? or #, as " + example + " does");
        }
        return uri(form, place, example);
    }

    /** The same without slashes at its end. */
    public static URI withoutSlash(URI address) {
        return URI.create(address.toString().replaceFirst("/+$", ""));
    }

    private static URI uri(Matcher form, YamlPlace place, String example) {
        try {
            URI uri =
                    new URI(form.group(1).toLowerCase(Locale.ROOT) + "://" + authority(form.group(2)) + form.group(3));
            if (isPlain(uri.getHost()) && uri.getPort() <= 65_535 && uri.getPort() != 0) {
                return uri;
            }
        } catch (URISyntaxException | IllegalArgumentException malformed) {
            // Its message would show the address.
        }
        throw place.fault("has a host, port or path that isn't valid in an address; write one such as " + example);
    }

    /** Whether it is a name, or an IP address in the usual notation; others are read differently by different programs. */
    private static boolean isPlain(@Nullable String host) {
        return host != null
                && (!ENDS_IN_NUMBER.matcher(host).matches()
                        || IPV4.matcher(host).matches());
    }

    private static String authority(String text) {
        Matcher parts = AUTHORITY.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("neither host nor host:port");
        }
        String host = parts.group(1);
        String ascii = host.startsWith("[") ? host : IDN.toASCII(host);
        return ascii.toLowerCase(Locale.ROOT) + (parts.group(2) == null ? "" : parts.group(2));
    }
}
