package io.chargeproof.exchange.restassured;

import static io.restassured.config.DecoderConfig.decoderConfig;
import static io.restassured.config.EncoderConfig.encoderConfig;
import static io.restassured.config.HttpClientConfig.httpClientConfig;
import static io.restassured.config.RedirectConfig.redirectConfig;

import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpRequest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.http.Header;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** A request in REST Assured's terms; all that it might add, follow or unpack is turned off. */
final class Specification {
    private static final String CONTENT_TYPE = "Content-Type";

    private Specification() {}

    static RequestSpecification of(HttpRequest request, ExactClient client) {
        RequestSpecification specification =
                RestAssured.given().config(config(request, client)).urlEncodingEnabled(false);
        if (contentType(request).isEmpty()) {
            specification.noContentType();
        }
        specification.headers(new io.restassured.http.Headers(
                request.headers().fields().stream().map(Specification::header).toList()));
        return request.body().isEmpty()
                ? specification
                : specification.body(request.body().bytes());
    }

    /** The address without its query, which would be taken apart and put together anew; the client adds it as it is. */
    static String target(HttpRequest request) {
        URI uri = request.uri();
        return uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath();
    }

    private static RestAssuredConfig config(HttpRequest request, ExactClient client) {
        return RestAssuredConfig.newConfig()
                .httpClient(httpClientConfig().httpClientFactory(() -> client))
                .redirect(redirectConfig().followRedirects(false))
                .decoderConfig(decoderConfig().noContentDecoders())
                .encoderConfig(encoder(request));
    }

    /** A body goes out as its bytes, whatever type is claimed for it. */
    private static EncoderConfig encoder(HttpRequest request) {
        EncoderConfig plain = encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false);
        return contentType(request)
                .map(type -> plain.encodeContentTypeAs(type, ContentType.BINARY))
                .orElse(plain);
    }

    private static Optional<String> contentType(HttpRequest request) {
        return request.headers()
                .first(CONTENT_TYPE)
                .map(value -> value.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT))
                .filter(type -> !type.isEmpty());
    }

    private static Header header(Headers.Field field) {
        return new Header(field.name(), field.value());
    }
}
