package com.example.petty;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.h2.jdbcx.JdbcConnectionPool;

/** The drivers that the database knows. */
final class Drivers implements AutoCloseable {
    private static final Map<String, String> COLUMNS =
            Map.of("username", "username", "evco-id", "evco_id", "rfid", "rfid");

    private final JdbcConnectionPool database;
    private final boolean countriesByName;

    /** Details of a driver, and what proves that it is this driver who asks. */
    record Driver(byte[] tokenHash, Map<String, Object> details) {
        boolean hasToken(String token) {
            return MessageDigest.isEqual(tokenHash, hash(token));
        }
    }

    /**
     * Makes the database.
     *
     * @param file where it will be, without its ending
     * @param countriesByName the flaw to show countries by name and not by code
     */
    Drivers(Path file, boolean countriesByName) throws SQLException {
        this.database = JdbcConnectionPool.create("jdbc:h2:file:" + file, "sa", "");
        this.countriesByName = countriesByName;
        try (Connection connection = database.getConnection();
                Statement script = connection.createStatement()) {
            script.execute("RUNSCRIPT FROM 'classpath:/tables.sql'");
        }
    }

    /** Adds a driver who lives at one address of the database and pays at another, or at none. */
    void add(String username, String token, String evcoId, String rfid, String first, String last, Integer billing)
            throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO driver (username, token_hash, evco_id, rfid, first_name, last_name, locale, phone,"
                                + " address, billing_address) VALUES (?, ?, ?, ?, ?, ?, 'de', '+49 30 901820', 1, ?)")) {
            insert.setString(1, username);
            insert.setBytes(2, hash(token));
            insert.setString(3, evcoId);
            insert.setString(4, rfid);
            insert.setString(5, first);
            insert.setString(6, last);
            insert.setObject(7, billing);
            insert.executeUpdate();
        }
    }

    /** Whether a driver can be asked for by such an identifier. */
    static boolean areFoundBy(String identifierType) {
        return COLUMNS.containsKey(identifierType);
    }

    /** The driver with this identifier. */
    Optional<Driver> find(String identifierType, String identifier) throws SQLException {
        String sql = "SELECT * FROM driver WHERE " + COLUMNS.get(identifierType) + " = ?";
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, identifier);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(driver(row, connection)) : Optional.empty();
            }
        }
    }

    private Driver driver(ResultSet row, Connection connection) throws SQLException {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("first-name", row.getString("first_name"));
        details.put("last-name", row.getString("last_name"));
        details.put("address", address(row.getObject("address"), connection));
        details.put("billing-name", row.getString("billing_name"));
        details.put("billing-address", address(row.getObject("billing_address"), connection));
        details.put("locale", row.getString("locale"));
        details.put("vat", row.getString("vat"));
        details.put("social-security-number", row.getString("social_security_number"));
        details.put("evco-id", row.getString("evco_id"));
        details.put("phone", row.getString("phone"));
        return new Driver(row.getBytes("token_hash"), details);
    }

    private Map<String, Object> address(Object id, Connection connection) throws SQLException {
        if (id == null) {
            return null;
        }
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT * FROM address JOIN country ON address.country = country.code WHERE id = ?")) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                Map<String, Object> address = new LinkedHashMap<>();
                address.put("street", row.getString("street"));
                address.put("street-number", row.getString("street_number"));
                address.put("zip", row.getString("zip"));
                address.put("city", row.getString("city"));
                address.put("country", row.getString(countriesByName ? "name" : "code"));
                return address;
            }
        }
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        database.dispose();
    }
}
