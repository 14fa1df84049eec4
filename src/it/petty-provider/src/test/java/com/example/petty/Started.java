package com.example.petty;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** The service as tests start it, with a database of its own and two drivers. */
final class Started {
    static final String KEY = "petty-api-key-0123456789";
    static final String ANNAS_TOKEN = "a3f1c29e7b5d4860";
    static final String BERTS_TOKEN = "90be17d2c4fa6835";

    private Started() {}

    static PettyProvider in(Path folder) throws IOException, SQLException {
        Drivers drivers = new Drivers(folder.resolve("drivers").toAbsolutePath(), Boolean.getBoolean("petty.flaw"));
        drivers.add("anna@drivers.example.com", ANNAS_TOKEN, "DE*8PS*156456730*9", "04E1A2B3", "Anna", "Vogel", 2);
        drivers.add("bert@drivers.example.com", BERTS_TOKEN, "NL*LMS*654321*0", "04E4C5D6", "Bert", null, null);
        return new PettyProvider(drivers, KEY);
    }
}
