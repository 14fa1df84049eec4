package io.chargeproof.report;

/** Text that can be encoded: unpaired surrogates, which hostile values contain, become U+FFFD. */
final class WellFormedText {
    private static final int REPLACEMENT = 0xFFFD;

    private WellFormedText() {}

    static String of(String text) {
        if (text.chars().noneMatch(unit -> Character.isSurrogate((char) unit))) {
            return text;
        }
        return encoded(text.codePoints().map(WellFormedText::encodable).toArray());
    }

    /** The same for XML 1.0, which can't hold most control characters either. */
    static String forXml(String text) {
        return encoded(text.codePoints().map(WellFormedText::inXml).toArray());
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
