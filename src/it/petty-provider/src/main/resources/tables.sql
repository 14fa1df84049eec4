CREATE TABLE country (
  code VARCHAR(2) PRIMARY KEY,
  name VARCHAR(80) NOT NULL
);

CREATE TABLE address (
  id INTEGER PRIMARY KEY,
  street VARCHAR(200) NOT NULL,
  street_number VARCHAR(20) NOT NULL,
  zip VARCHAR(20) NOT NULL,
  city VARCHAR(100) NOT NULL,
  country VARCHAR(2) NOT NULL REFERENCES country
);

CREATE TABLE driver (
  username VARCHAR(200) PRIMARY KEY,
  token_hash BINARY(32) NOT NULL,
  evco_id VARCHAR(40) UNIQUE,
  rfid VARCHAR(20) UNIQUE,
  first_name VARCHAR(100),
  last_name VARCHAR(100),
  billing_name VARCHAR(200),
  locale VARCHAR(2),
  vat VARCHAR(20),
  social_security_number VARCHAR(40),
  phone VARCHAR(40),
  address INTEGER REFERENCES address,
  billing_address INTEGER REFERENCES address
);

INSERT INTO country VALUES ('DE', 'Germany'), ('NL', 'Netherlands');

INSERT INTO address VALUES
  (1, 'Lindenweg', '7 b', '10829', 'Berlin', 'DE'),
  (2, 'Oudegracht', '231', '3511 NK', 'Utrecht', 'NL');
