package com.example.petty;

import io.chargeproof.junit.Chargeproof;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class ConformanceTest {
    @TempDir
    static Path folder;

    private static PettyProvider provider;

    @BeforeAll
    static void start() throws Exception {
        provider = Started.in(folder);
    }

    @AfterAll
    static void stop() {
        provider.close();
    }

    @TestFactory
    Stream<DynamicTest> serves_details_as_oioi_says() {
        return Chargeproof.profile("chargeproof.yaml")
                .set("PETTY_URL", provider.url())
                .set("PETTY_KEY", Started.KEY)
                .set("PETTY_ANNAS_TOKEN", Started.ANNAS_TOKEN)
                .set("PETTY_BERTS_TOKEN", Started.BERTS_TOKEN)
                .with("--read-only", "--skip-html")
                .tests();
    }
}
