package io.chargeproof.yaml;

/**
 * Where a value stands.
 *
 * @param source the file's name, as it was given
 * @param line the line of the value's key, or of the value where it has none, from 1; 0 if the file as a whole is meant
 * @param path the keys that lead to it, such as {@code oioi.users.primary} or {@code waivers[0].until}; empty at the top
 */
public record YamlPlace(String source, int line, String path) {
    /** A fault in the value here. */
    public YamlFault fault(String problem) {
        return new YamlFault(sentence(problem));
    }

    /** What is to be said of the value here: the problem reads on from its path, or stands alone at the top. */
    public String sentence(String problem) {
        String where = line == 0 ? source : source + ":" + line;
        return where + ": " + (path.isEmpty() ? "" : "'" + path + "' ") + problem;
    }

    YamlPlace key(String name, int itsLine) {
        return new YamlPlace(source, itsLine, path.isEmpty() ? name : path + "." + name);
    }

    YamlPlace item(int index, int itsLine) {
        return new YamlPlace(source, itsLine, path + "[" + index + "]");
    }
}
