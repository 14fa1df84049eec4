package io.chargeproof.report;

/** Text that can be encoded: unpaired surrogates, which hostile values contain, become U+FFFD. */
final class WellFormedText {
    private static final int REPLACEMENT = 0xFFFD;

    private WellFormedText() {}

    static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return encoded(text.codePoints().map(WellFormedText::encodable).toArray());
            }
        }
        return text;
    }

    /** The same for XML 1.0, which can't hold most control characters either. */
    static String forXml(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (inXml(unit) != unit) {
                return encoded(text.codePoints().map(WellFormedText::inXml).toArray());
            }
        }
        return text;
    }

    private static int encodable(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? REPLACEMENT : point;
    }

    private static int inXml(int point) {
        boolean control = point < ' ' && point != '\t' && point != '\n' && point != '\r';
        return control || point == 0xFFFE || point == 0xFFFF ? REPLACEMENT : encodable(point);
    }

    private static String encoded(int[] points) {
        return new String(points, 0, points.length);
    }
}
