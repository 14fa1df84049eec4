package io.chargeproof.contract;

import java.nio.charset.StandardCharsets;

/** Makes the path of a pact one that can stand in an address: what can't is percent-encoded (RFC 3986, section 2.1). */
final class PathEncoding {
    private static final String ALLOWED = "-._~!$&'()*+,;=:@/?";
    private static final String DIGITS = "0123456789ABCDEF";

    private PathEncoding() {}

    /** The same path; what is encoded already stays as it is. */
    static String of(String path) {
        StringBuilder encoded = new StringBuilder();
        byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            char c = (char) (bytes[i] & 0xFF);
            if (isAllowed(c) || (c == '%' && isHex(bytes, i + 1) && isHex(bytes, i + 2))) {
                encoded.append(c);
            } else {
                encoded.append('%').append(DIGITS.charAt(c >> 4)).append(DIGITS.charAt(c & 0xF));
            }
        }
        return encoded.toString();
    }

    private static boolean isAllowed(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || ALLOWED.indexOf(c) >= 0;
    }

    private static boolean isHex(byte[] bytes, int at) {
        return at < bytes.length && Character.digit(bytes[at], 16) >= 0;
    }
}
