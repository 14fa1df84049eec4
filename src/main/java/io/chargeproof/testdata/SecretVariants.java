package io.chargeproof.testdata;

import java.util.LinkedHashMap;
import java.util.Map;

/** Wrong secrets that come close to a right one. */
public final class SecretVariants {
    private SecretVariants() {}

    /** Another one of the same length and kinds of characters. */
    public static String other(String secret) {
        StringBuilder other = new StringBuilder();
        secret.chars().forEach(each -> other.append(next((char) each)));
        return other.toString();
    }

    /** All but the last character. */
    public static String cutShort(String secret) {
        return secret.substring(0, secret.length() - 1);
    }

    /** All but the first character. */
    public static String cutStart(String secret) {
        return secret.substring(1);
    }

    /** The same but for its last character. */
    public static String otherEnd(String secret) {
        int last = secret.length() - 1;
        return secret.substring(0, last) + different(secret.charAt(last));
    }

    /** The same but for its first character. */
    public static String otherStart(String secret) {
        return different(secret.charAt(0)) + secret.substring(1);
    }

    /** The same with upper and lower case exchanged; the same where it has no letters. */
    public static String otherCase(String secret) {
        StringBuilder other = new StringBuilder();
        secret.chars().forEach(each -> other.append(swapped((char) each)));
        return other.toString();
    }

    /** All of them, each with what was done to the secret in the short form that commands are made of. */
    public static Map<String, String> steps(String secret) {
        Map<String, String> steps = new LinkedHashMap<>();
        steps.put(cutShort(secret), "%?");
        steps.put(cutStart(secret), "#?");
        steps.put(other(secret), ":other");
        steps.put(otherEnd(secret), ":other-end");
        steps.put(otherStart(secret), ":other-start");
        steps.put(otherCase(secret), ":other-case");
        steps.remove(secret);
        return steps;
    }

    private static char different(char each) {
        char next = next(each);
        return next == each ? '0' : next;
    }

    private static char swapped(char each) {
        return Character.isUpperCase(each) ? Character.toLowerCase(each) : Character.toUpperCase(each);
    }

    private static char next(char each) {
        if (each >= '0' && each <= '9') {
            return each == '9' ? '0' : (char) (each + 1);
        }
        if (each >= 'a' && each <= 'z') {
            return each == 'f' || each == 'z' ? 'a' : (char) (each + 1);
        }
        if (each >= 'A' && each <= 'Z') {
            return each == 'F' || each == 'Z' ? 'A' : (char) (each + 1);
        }
        return each;
    }
}
