package io.chargeproof.redaction;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A text as bytes, of each of which it is known where in the text it comes from, and how many backslashes stood before
 * it. It is what secrets are looked for in.
 */
final class DecodedText {
    /** What the letters of a text are. */
    enum Letters {
        /** Letters, each of them one to three bytes. */
        UTF_8,
        /** Bytes already. */
        BYTES
    }

    private static final int NONE = -1;
    private static final int SOFT_BREAK = -2;

    private static final int[] NO_PLACES = {};

    /** Whether each byte is the letter of the text that has the same place. */
    private final boolean inPlace;

    private byte[] bytes;
    private int[] starts;
    private int[] ends;
    private int[] slashes;
    private int size;

    DecodedText(int capacity) {
        inPlace = false;
        bytes = new byte[capacity];
        starts = new int[capacity];
        ends = new int[capacity];
        slashes = new int[capacity];
    }

    /** A byte for each letter of a text. */
    private DecodedText(byte[] letterPerByte) {
        inPlace = true;
        bytes = letterPerByte;
        starts = NO_PLACES;
        ends = NO_PLACES;
        slashes = NO_PLACES;
        size = letterPerByte.length;
    }

    /** The text as it stands. */
    static DecodedText asItStands(String text, Letters letters) {
        if (letters == Letters.BYTES || isAscii(text)) {
            return new DecodedText(text.getBytes(StandardCharsets.ISO_8859_1));
        }
        DecodedText view = new DecodedText(text.length());
        for (int i = 0; i < text.length(); i++) {
            for (byte each : bytesOf(text.charAt(i), letters)) {
                view.push(each, i, i + 1, 0);
            }
        }
        return view;
    }

    /** The text with escapes and encodings undone. */
    static DecodedText decoded(String text, Letters letters) {
        if (!Decoding.undoesAnything(text)) {
            return asItStands(text, letters);
        }
        Decoding decoding = new Decoding(text.length());
        for (int i = 0; i < text.length(); i++) {
            for (byte each : bytesOf(text.charAt(i), letters)) {
                decoding.append(each, i, i + 1);
            }
        }
        return decoding.view();
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /**
     * The same without what breaks a secret apart or spells it otherwise: blanks, line ends and NULs, written as escapes too,
     * are left out, and capital letters are small ones. So it is found in lines of Base64, in UTF-16, and in another case.
     *
     * @param quotedPrintable whether {@code =41} is undone, and a line that ends with {@code =} goes on
     */
    DecodedText squeezed(boolean quotedPrintable) {
        DecodedText squeezed = new DecodedText(size);
        for (int i = 0; i < size; i++) {
            int encoded = quotedPrintable && bytes[i] == '=' ? quotedByte(i) : NONE;
            if (encoded == SOFT_BREAK) {
                continue;
            }
            byte value = encoded == NONE ? bytes[i] : (byte) encoded;
            int last = encoded == NONE ? i : i + 2;
            if (!isGap(value, slashesBefore(i))) {
                squeezed.push(lower(value), start(i), end(last), slashesBefore(i));
            }
            i = last;
        }
        return squeezed;
    }

    private int quotedByte(int at) {
        int next = at + 1;
        if (next < size && isGap(bytes[next], slashesBefore(next))) {
            return SOFT_BREAK;
        }
        int high = next < size ? Character.digit(bytes[next], 16) : -1;
        int low = next + 1 < size ? Character.digit(bytes[next + 1], 16) : -1;
        return high < 0 || low < 0 ? NONE : high << 4 | low;
    }

    private static boolean isGap(byte value, int slashesBefore) {
        boolean escaped = slashesBefore % 2 == 1 && (value == 'n' || value == 'r' || value == 't');
        return escaped || value == 0 || value == ' ' || (value >= '\t' && value <= '\r');
    }

    private static byte lower(byte value) {
        return value >= 'A' && value <= 'Z' ? (byte) (value + ('a' - 'A')) : value;
    }

    /** A letter's bytes; half of a surrogate pair counts as a letter, on either side of a comparison. */
    static byte[] bytesOf(char letter, Letters letters) {
        if (letter < 0x80 || letters == Letters.BYTES) {
            return new byte[] {(byte) letter};
        }
        if (letter < 0x800) {
            return new byte[] {(byte) (0xC0 | (letter >> 6)), (byte) (0x80 | (letter & 0x3F))};
        }
        return new byte[] {
            (byte) (0xE0 | (letter >> 12)), (byte) (0x80 | ((letter >> 6) & 0x3F)), (byte) (0x80 | (letter & 0x3F))
        };
    }

    void push(byte value, int start, int end, int slashesBefore) {
        if (size == bytes.length) {
            grow();
        }
        bytes[size] = value;
        starts[size] = start;
        ends[size] = end;
        slashes[size] = slashesBefore;
        size++;
    }

    void pop(int count) {
        size -= count;
    }

    int size() {
        return size;
    }

    byte at(int index) {
        return bytes[index];
    }

    /** Where in the text a byte begins, the backslashes before it included. */
    int start(int index) {
        return inPlace ? index : starts[index];
    }

    int end(int index) {
        return inPlace ? index + 1 : ends[index];
    }

    int slashesBefore(int index) {
        return inPlace ? 0 : slashes[index];
    }

    /** Whether these bytes stand at a place. */
    boolean has(byte[] wanted, int index) {
        return index + wanted.length <= size
                && bytes[index + wanted.length - 1] == wanted[wanted.length - 1]
                && Arrays.equals(bytes, index, index + wanted.length, wanted, 0, wanted.length);
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    /** One letter a byte, so that places in it are places here. */
    String letterPerByte() {
        return new String(bytes, 0, size, StandardCharsets.ISO_8859_1);
    }

    private void grow() {
        int capacity = Math.max(16, size * 2);
        bytes = Arrays.copyOf(bytes, capacity);
        starts = Arrays.copyOf(starts, capacity);
        ends = Arrays.copyOf(ends, capacity);
        slashes = Arrays.copyOf(slashes, capacity);
    }
}
