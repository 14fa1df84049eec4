package io.chargeproof.exchange.restassured;

import java.util.regex.Pattern;
import org.apache.http.Header;
import org.apache.http.HttpResponse;
import org.apache.http.ParseException;
import org.apache.http.StatusLine;
import org.apache.http.config.MessageConstraints;
import org.apache.http.impl.DefaultHttpResponseFactory;
import org.apache.http.impl.conn.DefaultHttpResponseParser;
import org.apache.http.io.HttpMessageParser;
import org.apache.http.io.HttpMessageParserFactory;
import org.apache.http.io.SessionInputBuffer;
import org.apache.http.message.BasicLineParser;
import org.apache.http.message.ParserCursor;
import org.apache.http.util.CharArrayBuffer;

/** Reads the head of an answer to the letter; by default the client skips garbage and takes any header name. */
final class StrictAnswers implements HttpMessageParserFactory<HttpResponse> {
    /** Bounds for a head of hundreds of fields, or of one long one; what is beyond isn't an answer. */
    static final MessageConstraints BOUNDS = MessageConstraints.custom()
            .setMaxHeaderCount(1_000)
            .setMaxLineLength(256 * 1024)
            .build();

    @Override
    public HttpMessageParser<HttpResponse> create(SessionInputBuffer buffer, MessageConstraints constraints) {
        return new DefaultHttpResponseParser(buffer, new Lines(), DefaultHttpResponseFactory.INSTANCE, constraints) {
            @Override
            protected boolean reject(CharArrayBuffer line, int count) {
                return true;
            }
        };
    }

    private static final class Lines extends BasicLineParser {
        private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] [1-9]\\d\\d(?: .*)?");
        private static final Pattern FIELD =
                Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+:[\\t\\x20-\\x7E\\x80-\\xFF]*");

        @Override
        public StatusLine parseStatusLine(CharArrayBuffer buffer, ParserCursor cursor) {
            refuseUnless(STATUS_LINE, buffer, "Invalid status line");
            return super.parseStatusLine(buffer, cursor);
        }

        @Override
        public Header parseHeader(CharArrayBuffer buffer) {
            refuseUnless(FIELD, buffer, "Invalid header");
            return super.parseHeader(buffer);
        }

        private static void refuseUnless(Pattern pattern, CharArrayBuffer line, String complaint) {
            if (!pattern.matcher(line).matches()) {
                throw new ParseException(complaint + ": \"" + line + "\"");
            }
        }
    }
}
