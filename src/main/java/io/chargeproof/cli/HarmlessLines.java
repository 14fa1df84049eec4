package io.chargeproof.cli;

import io.chargeproof.report.DisplayText;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines on their way to a console: control characters become readable, but for those that colour, and what a build
 * server would carry out as a command gets a blank that keeps it from being one.
 */
final class HarmlessLines extends Writer {
    /** Azure Pipelines, TeamCity and old GitHub runners find these anywhere in a line. */
    private static final Pattern HASHES = Pattern.compile("##(?=[A-Za-z]*\\[)");
    /** GitHub Actions. */
    private static final Pattern COLONS = Pattern.compile("::(?=[A-Za-z][\\w-]*(?:\\s[^\\n]*)?::)");
    /** GitLab, Travis. */
    private static final Pattern FOLDS = Pattern.compile("((?:section_(?:start|end)|travis_(?:fold|time))):(?=\\w)");

    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");

    private final PrintWriter console;
    private final StringBuilder line = new StringBuilder();

    HarmlessLines(PrintWriter console) {
        this.console = console;
    }

    /** A text of several lines in which nothing takes effect. */
    static String harmless(String text) {
        StringBuilder readable = new StringBuilder();
        Matcher colour = COLOUR.matcher(text);
        int done = 0;
        while (colour.find()) {
            readable.append(readable(text.substring(done, colour.start()))).append(colour.group());
            done = colour.end();
        }
        return disarmed(readable.append(readable(text.substring(done))).toString());
    }

    private static String readable(String text) {
        StringBuilder readable = new StringBuilder();
        text.replace("\r\n", "\n").codePoints().forEach(point -> {
            if (point == '\n' || point == '\t') {
                readable.appendCodePoint(point);
            } else {
                readable.append(DisplayText.visible(Character.toString(point)));
            }
        });
        return readable.toString();
    }

    private static String disarmed(String text) {
        String hashes = HASHES.matcher(text).replaceAll("# #");
        String colons = COLONS.matcher(hashes).replaceAll(": :");
        return FOLDS.matcher(colons).replaceAll("$1 :");
    }

    @Override
    public void write(char[] characters, int from, int count) {
        line.append(characters, from, count);
        int end = line.lastIndexOf("\n") + 1;
        console.write(harmless(line.substring(0, end)));
        line.delete(0, end);
    }

    @Override
    public void flush() {
        console.write(harmless(line.toString()));
        line.setLength(0);
        console.flush();
    }

    @Override
    public void close() {
        flush();
    }
}
