package com.example.petty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PettyProviderTest {
    @TempDir
    Path folder;

    @Test
    void refuses_a_wrong_token() throws Exception {
        try (PettyProvider provider = Started.in(folder)) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(provider.url() + "/api/v4/request"))
                    .header("Authorization", "key=" + Started.KEY)
                    .POST(HttpRequest.BodyPublishers.ofString("""
                            {"user-get-details": {"user": {"identifier-type": "rfid", "identifier": "04E1A2B3",
                             "token": "wrong"}}}"""))
                    .build();
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            assertEquals(401, answer.statusCode());
        }
    }
}
