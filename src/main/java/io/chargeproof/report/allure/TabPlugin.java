package io.chargeproof.report.allure;

import io.qameta.allure.Extension;
import io.qameta.allure.PluginConfiguration;
import io.qameta.allure.core.Plugin;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A part of the Allure report: what gathers its data, and the script and style that show it.
 *
 * @param id its name, and the directory among the resources that has its files
 * @param getExtensions what gathers its data
 * @param getPluginFiles its files by name
 */
record TabPlugin(String id, List<Extension> getExtensions, Map<String, Path> getPluginFiles) implements Plugin {
    private static final String SCRIPT = "index.js";
    private static final String STYLE = "styles.css";

    /** Such a part, its files put where Allure can read them. */
    static TabPlugin of(String id, List<Extension> extensions, Path unpacked) throws IOException {
        Map<String, Path> files = new TreeMap<>();
        Path directory = Files.createDirectories(unpacked.resolve(id));
        for (String name : List.of(SCRIPT, STYLE)) {
            try (InputStream content = TabPlugin.class.getResourceAsStream("/report/" + id + "/" + name)) {
                if (content != null) {
                    Files.copy(content, directory.resolve(name));
                    files.put(name, directory.resolve(name));
                }
            }
        }
        if (!files.containsKey(SCRIPT)) {
            throw new IOException("the resource /report/" + id + "/" + SCRIPT + " is missing from the program");
        }
        return new TabPlugin(id, extensions, files);
    }

    @Override
    public PluginConfiguration getConfig() {
        return new PluginConfiguration()
                .setId(id)
                .setName(id)
                .setDescription("")
                .setExtensions(List.of())
                .setJsFiles(List.of(SCRIPT))
                .setCssFiles(getPluginFiles.containsKey(STYLE) ? List.of(STYLE) : List.of());
    }

    @Override
    @SuppressWarnings("deprecation") // the interface still demands it
    public void unpackReportStatic(Path into) throws IOException {
        for (Map.Entry<String, Path> file : getPluginFiles.entrySet()) {
            Files.copy(file.getValue(), into.resolve(file.getKey()));
        }
    }
}
