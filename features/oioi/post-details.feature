@oioi @writes @uses-primary
Feature: Post a user's details
  user-post-details sets what user-get-details then shows.

  @OIOI-POST-1
  Rule: Details are posted by username

    @smoke
    Scenario: The primary user's details are posted by username
      When new details of the primary user are posted by username
      Then the call succeeds

    Scenario: Details with a locale of another language than the address's are posted
      When details are posted with each of these values:
        | member | value |
        | locale | "en"  |
        | locale | "nl"  |
      Then each call succeeds

    @OIOI-POST-5
    Scenario: A valid VAT number is posted and read back
      Given the primary user is watched
      When details are posted with each of these values:
        | member | value              |
        | vat    | <valid VAT number> |
      Then the call succeeds
      And each accepted post is read back unchanged in meaning

  @OIOI-POST-5
  Rule: Details are posted by each identifier, and what was posted is read back, member by member

    @smoke
    Scenario: The primary user's details are read back
      Given the primary user is watched
      When new details of the primary user are posted by username
      Then each accepted post is read back unchanged in meaning

    Scenario Outline: Details posted by <identifier> are read back
      Given the primary user is watched
      When new details of the primary user are posted by <identifier>
      Then the call succeeds
      And each accepted post is read back unchanged in meaning

      @OIOI-POST-2
      Examples:
        | identifier |
        | EVCO ID    |

      @OIOI-POST-3
      Examples:
        | identifier |
        | RFID       |

      @OIOI-POST-4 @OIOI-KEY-3
      Examples:
        | identifier |
        | token      |

    @uses-secondary
    Scenario Outline: Details of the secondary user posted by <identifier> are read back
      Given the secondary user is watched
      When new details of the secondary user are posted by <identifier>
      Then the call succeeds
      And each accepted post is read back unchanged in meaning

      @OIOI-POST-1
      Examples:
        | identifier |
        | username   |

      @OIOI-POST-2
      Examples:
        | identifier |
        | EVCO ID    |

      @OIOI-POST-3
      Examples:
        | identifier |
        | RFID       |

    @uses-secondary @OIOI-POST-4 @OIOI-POST-26
    Scenario: Details of the secondary user posted by token are read back at once
      Given the secondary user is watched
      When new details of the secondary user are posted by token
      Then the call succeeds
      And each accepted post is read back unchanged in meaning
      And each accepted post is read back at once

    @OIOI-POST-1
    Scenario: Two addresses that are the same are taken and read back
      Given the primary user is watched
      When details are posted with each of these values:
        | member                   | value                                                                                        |
        | address, billing-address | {"street": "Lindenallee", "street-number": "7", "zip": "10117", "city": "Berlin", "country": "DE"} |
      Then each call succeeds
      And each accepted post is read back unchanged in meaning

    @OIOI-POST-1
    Scenario: Names that are the same are taken and read back
      Given the primary user is watched
      When details are posted with each of these values:
        | member                | value                 |
        | billing-name          | <first and last name> |
        | first-name, last-name | "Berger"              |
      Then each call succeeds
      And each accepted post is read back unchanged in meaning

    Scenario: A series of details, of which each differs little from the one before, is read back
      Given the primary user is watched
      When details are posted with these changes, one after another:
        | member                         | becomes                    |
        | phone                          | another                    |
        | first-name, last-name          | another                    |
        | locale, social-security-number | another                    |
        | billing-name                   | another                    |
        | address                        | another                    |
        | billing-address                | another                    |
        | last-name, city                | the same in capitals       |
        | last-name, city                | the same but for an accent |
      Then each accepted post is read back unchanged in meaning

    Scenario: Usual forms are read back
      Given the primary user is watched
      When details are posted with these values, many at once:
        | member                 | value               |
        | first-name             | "Anne Marie"        |
        | first-name             | "True"              |
        | last-name              | "van den Berg-Smit" |
        | last-name              | "Null"              |
        | street                 | "Rue de la Loi 2"   |
        | street                 | "Straße des 17. Juni" |
        | street                 | "Lange Str."          |
        | street-number          | "12b"               |
        | street-number          | "3-4"               |
        | street-number          | "1e5"               |
        | locale                 | "no"                |
        | locale                 | "he"                |
        | locale                 | "id"                |
        | zip                    | "01067"             |
        | zip                    | "SW1A 1AA"          |
        | city                   | "Sankt Gallen"      |
        | city                   | "'s-Hertogenbosch"  |
        | city                   | "St. Gallen"        |
        | social-security-number | "65 170839 J 003"   |
        | social-security-number | "0007"              |
        | social-security-number | "12E3"              |
        | phone                  | "+4915184512991"    |
        | phone                  | "0151 84512991"     |
        | phone                  | "0049 151 84512991" |
      Then each accepted post is read back unchanged in meaning

  @OIOI-POST-6
  Rule: Members that may be null are accepted as null

    @OIOI-POST-5 @OIOI-POST-7
    Scenario: Each member is posted as null
      Given the primary user is watched
      When details are posted with each of these values:
        | member      | value |
        | each member | null  |
      Then each call succeeds
      And each accepted post is read back unchanged in all other members
      And each accepted post is read back with nulls as null

  @OIOI-POST-7
  Rule: What was posted as null is read back as null

    Scenario: All members are posted as null at once
      Given the primary user is watched
      When details are posted with each of these values:
        | member      | value |
        | all members | null  |
      Then each accepted post, if any, is read back with nulls as null
      And what the target does is recorded

    Scenario: Nulls are read back after posts by other identifiers
      Given the primary user is watched
      When details are posted with each of these values:
        | member      | value | posted by |
        | all members | null  | EVCO ID   |
        | phone       | "+49 30 5550" | EVCO ID |
        | all members | null  | RFID      |
      Then each accepted post is read back with nulls as null

  @OIOI-POST-8
  Rule: An address without a country is not accepted

    Scenario: The country is left out
      When details are posted with each of these values:
        | member  | value    |
        | country | left out |
      Then each call is refused for its details

    Scenario: The country is nothing
      When details are posted with each of these values:
        | member  | value |
        | country | null  |
        | country | ""    |
      Then each call is refused for its details

    Scenario: The country is left out or nothing in posts by other identifiers
      When details are posted with each of these values:
        | member                  | value    | posted by |
        | address.country         | left out | token     |
        | address.country         | ""       | EVCO ID   |
        | billing-address.country | null     | RFID      |
      Then each call is refused for its details

    Scenario: The address is empty
      When details are posted with each of these values:
        | member          | value |
        | address         | {}    |
        | billing-address | {}    |
      Then each call is refused for its details

  @OIOI-POST-9
  Rule: A country that isn't a two-letter code is not accepted

    Scenario: Names and longer codes of countries
      When details are posted with each of these values:
        | member  | value     |
        | country | "Germany" |
        | country | "DEU"     |
        | country | "Belgium" |
      Then each call is refused for its details

    Scenario: A name of a country in the only address
      When details are posted with each of these values:
        | member                  | value     | and null        |
        | address.country         | "Germany" | billing-address |
        | billing-address.country | "Germany" | address         |
      Then each call is refused for its details

    Scenario: A name of a country in posts by other identifiers
      When details are posted with each of these values:
        | member          | value     | posted by |
        | address.country | "Germany" | EVCO ID   |
        | address.country | "Germany" | RFID      |
        | address.country | "Germany" | token     |
      Then each call is refused for its details

  @OIOI-POST-10
  Rule: A two-letter code that isn't assigned, or is in lower case, is not accepted

    Scenario: Codes that no country has
      When details are posted with each of these values:
        | member  | value |
        | country | "XX"  |
        | country | "QQ"  |
        | country | "de"  |
      Then each call is refused for its details

  @OIOI-POST-11
  Rule: A locale that isn't two lower-case letters is not accepted

    Scenario: Locales of another form
      When details are posted with each of these values:
        | member | value   |
        | locale | "DE"    |
        | locale | "deu"   |
        | locale | "de-DE" |
        | locale | "de_DE" |
        | locale | "De"    |
        | locale | "d"     |
        | locale | "12"    |
      Then each call is refused for its details

  @OIOI-POST-12
  Rule: A VAT number of the wrong format gets a reason

    @OIOI-POST-13
    Scenario: VAT numbers of a wrong format
      When details are posted with each of these values:
        | member | value              |
        | vat    | "DE1234567"        |
        | vat    | "DE12345678901234" |
        | vat    | "DE12B456789"      |
        | vat    | "NL1234567"        |
        | vat    | "BE12345"          |
        | vat    | "FR12345"          |
      Then each call gets a reason
      And every reason is text

    Scenario: VAT numbers of a wrong format in posts by other identifiers
      When details are posted with each of these values:
        | member | value       | posted by |
        | vat    | "DE1234567" | EVCO ID   |
        | vat    | "DE1234567" | RFID      |
        | vat    | "DE1234567" | token     |
      Then each call gets a reason

    Scenario: VAT numbers that some readings take for right
      When details are posted with each of these values:
        | member | value                      |
        | vat    | "this is not a VAT number" |
        | vat    | "QQ123456789"              |
        | vat    | "de123456788"              |
        | vat    | "DE 123.456.788"           |
      Then what the target does is recorded

  @OIOI-POST-14
  Rule: A post that was refused for its user or its key changes nothing

    Scenario: Posts for the wrong user change nothing
      Given the primary user is watched
      When a post is made for each of these users:
        | user                                    |
        | a wrong token                           |
        | a token cut short                       |
        | the username with another user's token  |
        | the EVCO ID with another user's token   |
        | the RFID with another user's token      |
        | the token with another user's token     |
        | an unknown RFID                         |
        | an unknown username                     |
      Then each refused post leaves the primary user as it was

    Scenario: Posts with a malformed user reference change nothing
      Given the primary user is watched
      When a post is made for each of these users:
        | user                             |
        | the username without a token     |
        | the username with an empty token |
        | the RFID without a token         |
        | no identifier-type               |
        | a token without identifier       |
        | the EVCO ID in a list            |
        | the token in an object           |
      Then each refused post leaves the primary user as it was

    @uses-secondary
    Scenario: A post with another user's token doesn't change that user
      Given the secondary user is watched
      When a post is made for each of these users:
        | user                                   |
        | the username with another user's token |
        | the RFID with another user's token     |
        | the token with another user's token    |
      Then each refused post leaves the secondary user as it was

    Scenario: Posts with the wrong key change nothing
      Given the primary user is watched
      When a post is made with each of these keys:
        | key                     | by              |
        | a wrong key             | each identifier |
        | no Authorization header | one identifier  |
        | a key cut short         | one identifier  |
      Then each refused post leaves the primary user as it was

  @OIOI-POST-15
  Rule: A post that was refused for its details changes nothing

    Scenario: Details that are partly wrong change nothing
      Given the primary user is watched
      When details are posted with each of these values:
        | member  | value       |
        | vat     | "DE1234567" |
        | country | "Germany"   |
        | country | null        |
        | locale  | "de-DE"     |
        | phone   | 12345       |
        | details | null        |
      Then each refused post leaves the primary user as it was

    Scenario: Details that are partly wrong change nothing in posts by other identifiers
      Given the primary user is watched
      When details are posted with each of these values:
        | member          | value       | posted by |
        | address.country | "Germany"   | EVCO ID   |
        | vat             | "DE1234567" | RFID      |
        | address.country | "Germany"   | token     |
      Then each refused post leaves the primary user as it was

  @OIOI-POST-16
  Rule: Details that are missing or no object are not accepted

    Scenario: The details are left out or of another type
      When details are posted with each of these values:
        | member  | value                   |
        | details | left out                |
        | details | null                    |
        | details | []                      |
        | details | [{"first-name": "Ann"}] |
        | details | <in a list>             |
        | details | <in a string>           |
        | details | "Ann"                   |
        | details | 1                       |
        | details | true                    |
        | details | false                   |
        | details | 0                       |
        | details | ""                      |
      Then each call is refused for its details

    Scenario: The details are left out or of another type in posts by other identifiers
      When details are posted with each of these values:
        | member  | value    | posted by |
        | details | left out | EVCO ID   |
        | details | left out | RFID      |
        | details | "Ann"    | RFID      |
        | details | left out | token     |
        | details | []       | token     |
      Then each call is refused for its details

  @OIOI-POST-17
  Rule: A member of a wrong JSON type is not accepted

    Scenario: A wrong type for each member
      When a post's details bear each wrong JSON type in each member
      Then each call is refused for its details

    Scenario: A wrong type in posts by other identifiers
      When details are posted with each of these values:
        | member     | value | posted by |
        | phone      | 12345 | EVCO ID   |
        | first-name | 1     | RFID      |
        | last-name  | []    | token     |
      Then each call is refused for its details

  @OIOI-POST-18 @uses-secondary
  Rule: A post to one user changes no other

    Scenario Outline: A post to the primary user by <identifier> changes nobody else
      Given the secondary user is watched
      When new details of the primary user are posted by <identifier>
      Then each accepted post leaves the secondary user as it was

      Examples:
        | identifier |
        | username   |
        | EVCO ID    |
        | RFID       |
        | token      |

    Scenario: A post to the secondary user doesn't change the primary one
      Given the primary user is watched
      When new details of the secondary user are posted by RFID
      Then each accepted post leaves the primary user as it was

    @optional
    Scenario: A post to the primary user doesn't change the sparse one
      Given the sparse user is watched
      When new details of the primary user are posted by username
      Then each accepted post leaves the sparse user as it was

    @OIOI-POST-1 @optional
    Scenario: Posts to two users at the same moment succeed and don't mix
      Given the primary user is watched
      And the secondary user is watched
      When posts to two users are sent at the same moment
      Then each call succeeds
      And each accepted post leaves the primary user as it was
      And each accepted post leaves the secondary user as it was

  @OIOI-POST-19
  Rule: The same post succeeds again and leaves the same

    Scenario: The same details are posted several times
      Given the primary user is watched
      When the same details are posted 3 times in a row
      Then each call succeeds
      And each repeated post leaves the primary user as it was

  @OIOI-POST-21
  Rule: What becomes of members that are left out is recorded

    Scenario: A member of each kind is left out
      Given the primary user is watched
      When details are posted with each of these values:
        | member                 | value    |
        | first-name             | left out |
        | phone                  | left out |
        | address                | left out |
        | billing-address        | left out |
      Then what became of the members is recorded

  @OIOI-POST-22
  Rule: What undocumented members get is recorded

    Scenario: Details bear a member of another version
      Given the primary user is watched
      When details are posted with each of these values:
        | member       | value       |
        | company-name | "Vogel AG"  |
        | address.state | "BE"       |
        | evco-id      | "DE*8PS*123456*7" |
      Then what became of the members is recorded

  @OIOI-POST-23
  Rule: Blanks at the ends and the form of composed characters are kept

    Scenario: Texts come back as they went
      Given the primary user is watched
      When details are posted with these values, many at once:
        | member       | value              |
        | last-name    | " Vogel "          |
        | billing-name | "Cafe\u0301 Vogel" |
        | street       | "Caf\u00e9weg 1"   |
        | city         | " Berlin"          |
        | zip          | "10829 "           |
        | first-name   | "Zo\u00eb"         |
        | last-name    | "\u0141o\u015b"    |
      Then each accepted post is read back to the letter

  @OIOI-POST-24
  Rule: VAT and phone numbers come back as they went

    Scenario: Numbers are returned unchanged
      Given the primary user is watched
      When new details of the primary user are posted by username
      And details are posted with each of these values:
        | member | value                 |
        | vat    | <valid VAT number>    |
        | vat    | <valid VAT number in groups> |
        | phone  | "+49 (151) 84-512991" |
      Then each accepted post is read back with VAT and phone number to the letter

  @OIOI-POST-25
  Rule: What a VAT number with wrong check digits gets is recorded

    Scenario: VAT numbers of the right format with wrong check digits
      When details are posted with each of these values:
        | member | value            |
        | vat    | "DE123456789"    |
        | vat    | "NL123456789B01" |
      Then what the target does is recorded

  @OIOI-POST-26
  Rule: What was posted is shown by the very next read

    Scenario: The first read shows new details
      Given the primary user is watched
      When new details of the primary user are posted by username
      And new details of the primary user are posted by token
      And details are posted with each of these values:
        | member | value |
        | phone  | null  |
      Then each accepted post is read back at once

    @optional @OIOI-POST-5
    Scenario Outline: The first read by <identifier> shows new details
      Given the primary user is watched by <identifier>
      When new details of the primary user are posted by username
      And new details of the primary user are posted by <identifier>
      Then each accepted post is read back unchanged in meaning
      And each accepted post is read back at once

      Examples:
        | identifier |
        | EVCO ID    |
        | RFID       |

  @OIOI-POST-27
  Rule: Every assigned country code is accepted and comes back

    Scenario: Addresses in countries whose codes mean something else, too, and in some others
      Given the primary user is watched
      When details are posted with each of these values:
        | member    | value                    |
        | countries | NO 0150, NA 10005        |
        | countries | GB SW1A 1AA, IE D02 AF30 |
        | countries | IS 101, BY 220030        |
        | countries | CW 0000, SS 11111        |
        | countries | GR 105 57, GR 546 21     |
        | countries | <two others>             |
      Then each accepted post, if any, is read back with its countries
      And each call succeeds
