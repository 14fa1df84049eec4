package io.chargeproof.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseTest {
    @TempDir
    Path folder;

    private final Map<String, String> properties = new HashMap<>();
    private final Map<String, String> environment = new HashMap<>();
    private Path unpacked;

    @BeforeEach
    void a_release_in_a_folder() throws IOException {
        unpacked = Files.createDirectories(folder.resolve("ein Ordner für alle/chargeproof-1"));
        Files.writeString(unpacked.resolve("chargeproof"), "");
        properties.put("user.home", folder.toString());
    }

    @Test
    void a_system_property_comes_first() throws IOException {
        properties.put("chargeproof.release", unpacked.toString());
        environment.put(
                "CHARGEPROOF_RELEASE",
                zip(folder.resolve("other.zip"), "chargeproof").toString());
        assertEquals(new Release(unpacked), find());
    }

    @Test
    void the_folder_above_serves_as_well() {
        environment.put("CHARGEPROOF_RELEASE", unpacked.getParent().toString());
        assertEquals(new Release(unpacked), find());
    }

    @Test
    void a_zip_is_unpacked_once() throws IOException {
        environment.put(
                "CHARGEPROOF_RELEASE",
                zip(folder.resolve("r.zip"), "x/chargeproof").toString());
        environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        Path found = find().folder();
        assertTrue(found.startsWith(folder.resolve("cache/chargeproof/releases")), found.toString());
        assertTrue(Files.isExecutable(found.resolve("chargeproof")));
        Files.writeString(found.resolve("mark"), "");
        assertEquals(found, find().folder());
        assertTrue(Files.exists(found.resolve("mark")));
        try (Stream<Path> releases = Files.list(found.getParent().getParent())) {
            assertEquals(1, releases.count());
        }
    }

    @Test
    void another_zip_in_the_same_place_is_unpacked_anew() throws IOException {
        Path zip = folder.resolve("r.zip");
        properties.put("chargeproof.release", zip(zip, "x/chargeproof").toString());
        Release first = find();
        zip(zip, "y/chargeproof");
        assertFalse(first.equals(find()));
    }

    @Test
    void the_local_repository_comes_last() throws IOException {
        properties.put("localRepository", folder.resolve("repository").toString());
        Path place = folder.resolve("repository/io/chargeproof/chargeproof/" + version());
        zip(Files.createDirectories(place).resolve("chargeproof-" + version() + ".zip"), "x/chargeproof");
        assertEquals("x", find().folder().getFileName().toString());
    }

    @Test
    void a_place_that_isnt_there_is_no_reason_to_look_elsewhere() throws IOException {
        properties.put("chargeproof.release", folder.resolve("gone").toString());
        environment.put("CHARGEPROOF_RELEASE", unpacked.toString());
        assertEquals(
                "the system property chargeproof.release names " + folder.resolve("gone")
                        + " as Chargeproof's release, and there is no such file or folder",
                assertThrows(IllegalStateException.class, this::find).getMessage());
    }

    @Test
    void a_folder_without_a_launcher_is_no_release() throws IOException {
        properties.put(
                "chargeproof.release",
                Files.createDirectory(folder.resolve("empty")).toString());
        assertEquals(
                folder.resolve("empty") + " is no release of Chargeproof: there is no chargeproof in it",
                assertThrows(IllegalStateException.class, this::find).getMessage());
    }

    @Test
    void a_machine_without_a_release_is_told_where_to_put_one() {
        Path artifact = folder.resolve(
                ".m2/repository/io/chargeproof/chargeproof/" + version() + "/chargeproof-" + version() + ".zip");
        assertEquals(
                "There is no release of Chargeproof: neither the system property chargeproof.release nor the environment"
                        + " variable CHARGEPROOF_RELEASE names its folder or zip, and there is no " + artifact
                        + "; set one of them, or add io.chargeproof:chargeproof:zip to the dependencies",
                assertThrows(IllegalStateException.class, this::find).getMessage());
    }

    @Test
    void a_zip_that_would_write_elsewhere_is_refused() throws IOException {
        properties.put(
                "chargeproof.release",
                zip(folder.resolve("r.zip"), "../../../chargeproof").toString());
        String said = assertThrows(UncheckedIOException.class, this::find).getMessage();
        assertTrue(said.endsWith("its entry ../../../chargeproof would leave the folder"), said);
        assertFalse(Files.exists(folder.resolve(".cache/chargeproof/chargeproof")));
    }

    private Release find() {
        return new Release.Finder(properties::get, environment::get).find();
    }

    private static String version() {
        return Release.Finder.version();
    }

    private static Path zip(Path file, String... entries) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String entry : List.of(entries)) {
                zip.putNextEntry(new ZipEntry(entry));
            }
        }
        return file;
    }
}
