@oioi @uses-primary
Feature: Read a user's details
  user-get-details shows a user, however the user is identified.

  @OIOI-GET-1
  Rule: A user is read by username

    @smoke
    Scenario: The primary user is read by username
      When the primary user is read by username
      Then the call succeeds

    @uses-secondary
    Scenario: The secondary user is read by username
      When the secondary user is read by username
      Then the call succeeds

    Scenario Outline: A user is read on a connection that carried a read <before>
      Given a connection that carried a read <before>
      When the primary user is read by username
      Then the call succeeds

      Examples:
        | before                       |
        | with a wrong key             |
        | with a wrong token           |
        | with a body that isn't JSON  |

  @OIOI-GET-2
  Rule: A user is read by EVCO ID

    @smoke
    Scenario: The primary user is read by EVCO ID
      When the primary user is read by EVCO ID
      Then the call succeeds

    @uses-secondary
    Scenario: The secondary user is read by EVCO ID
      When the secondary user is read by EVCO ID
      Then the call succeeds

  @OIOI-GET-3
  Rule: A user is read by RFID

    @smoke
    Scenario: The primary user is read by RFID
      When the primary user is read by RFID
      Then the call succeeds

    @uses-secondary
    Scenario: The secondary user is read by RFID
      When the secondary user is read by RFID
      Then the call succeeds

  @OIOI-GET-4
  Rule: What a read by token gets is recorded

    Scenario: The primary user is read by token
      When a read is made for each of these users:
        | user                    |
        | the token as identifier |
      Then what the target does is recorded

  @OIOI-GET-5
  Rule: However a user is identified, the same user is shown

    @OIOI-KEY-3
    Scenario: The primary user is the same user
      When the primary user is read by username
      Then the primary user is the same by username, EVCO ID and RFID
      And no answer contains the API key or a token

    @uses-secondary
    Scenario: The secondary user is the same user
      When the secondary user is read by username
      Then the secondary user is the same by username, EVCO ID and RFID

    @writes
    Scenario: The user is the same user after a post
      When new details of the primary user are posted by username
      Then the primary user is the same by username, EVCO ID and RFID

    @writes
    Scenario: The user is the same user after a post of unusual letters and signs
      When details are posted with these values, many at once:
        | member                 | value                    |
        | first-name             | "Zoë-Çelik"              |
        | last-name              | "Müller-Łoś"             |
        | billing-name           | "Ärzte & Söhne GmbH"     |
        | street                 | "Straße des 17. Juni"    |
        | street-number          | "12/3 b"                 |
        | zip                    | "01067"                  |
        | city                   | "Århus"                  |
        | social-security-number | "00 65-170839 J"         |
        | phone                  | "+49 (30) 555-017"       |
      Then the primary user is the same by username, EVCO ID and RFID

    @uses-secondary
    Scenario: The user is the same on a connection where another was read
      Given a connection that carried a read of another user
      When the primary user is read by username
      Then the primary user is the same by username, EVCO ID and RFID

    @optional @uses-secondary
    Scenario Outline: Each of two users who are read by <identifier> at the same moment is shown
      When reads of two users by <identifier> are sent at the same moment
      Then each call succeeds
      And each read shows the same user

      @OIOI-GET-1
      Examples:
        | identifier |
        | username   |

      @OIOI-GET-2
      Examples:
        | identifier |
        | EVCO ID    |

      @OIOI-GET-3
      Examples:
        | identifier |
        | RFID       |

  @OIOI-GET-6 @OIOI-GET-7 @OIOI-GET-8 @OIOI-GET-9 @OIOI-GET-10 @OIOI-GET-11 @OIOI-GET-12 @OIOI-GET-13 @OIOI-GET-15 @OIOI-GET-20
  Rule: What a user has is of the documented form
    Texts are strings or null, addresses objects or null with strings in them, an address has a country, which is a code, a
    locale is a language's code, and so on: each is a requirement of its own.

    @OIOI-GET-16 @OIOI-GET-17
    Scenario: The details of a user
      When the primary user is read by username
      Then its undocumented members are recorded
      And every user has the documented form

    @OIOI-GET-16 @optional
    Scenario Outline: The details of a user by <identifier>
      When the primary user is read by <identifier>
      Then every user has the documented form

      Examples:
        | identifier |
        | EVCO ID    |
        | RFID       |

    @uses-secondary
    Scenario: The details of another user
      When the secondary user is read by username
      Then every user has the documented form

    @optional
    Scenario Outline: The details of a user with few by <identifier>
      When the sparse user is read by <identifier>
      Then the call succeeds
      And every user has the documented form

      @OIOI-GET-1
      Examples:
        | identifier |
        | username   |

      @OIOI-GET-2
      Examples:
        | identifier |
        | EVCO ID    |

      @OIOI-GET-3
      Examples:
        | identifier |
        | RFID       |

  @OIOI-GET-16
  Rule: All documented members are there

    Scenario: Members of a user without details
      When the sparse user is read by username
      Then every user has the documented form

  @OIOI-GET-14
  Rule: A user who was asked for by a contract ID has that one, or shows none

    Scenario: The primary user has the contract ID that was asked for
      When the primary user is read by EVCO ID
      Then the primary user shows the contract ID that was asked for, or none

    @uses-secondary
    Scenario: The secondary user has the contract ID that was asked for
      When the secondary user is read by EVCO ID
      Then the secondary user shows the contract ID that was asked for, or none

  @OIOI-GET-18
  Rule: Reading changes nothing

    Scenario: A user is read several times
      When the primary user is read by username
      And the primary user is read by username
      And the primary user is read by username
      And the primary user is read by username
      And the primary user is read by username
      Then each read shows the same user

    @uses-secondary
    Scenario: Another user is read several times
      When the secondary user is read by username
      And the secondary user is read by username
      And the secondary user is read by username
      Then each read shows the same user

    @writes
    Scenario: A user with new details is read twice
      Given the primary user is watched
      When details are posted with each of these values:
        | member                        | value                       |
        | first-name, last-name, street | "Ann-Zo\u00eb O'Neil & Co." |
      And the primary user is read by username
      And the primary user is read by username
      Then each read shows the same user

    @writes @optional
    Scenario: Reads by other identifiers leave new details as they are
      Given the primary user is watched
      When new details of the primary user are posted by username
      And the primary user is read by username
      And the primary user is read by RFID
      And the primary user is read by EVCO ID
      And the primary user is read by username
      Then each read shows the same user

    @writes @uses-secondary @optional
    Scenario: Reads by other identifiers leave another user's new details as they are
      Given the secondary user is watched
      When new details of the secondary user are posted by username
      And the secondary user is read by username
      And the secondary user is read by RFID
      And the secondary user is read by EVCO ID
      And the secondary user is read by username
      Then each read shows the same user

    Scenario: Reads by other identifiers change nothing
      When the primary user is read by username
      And the primary user is read by RFID
      And the primary user is read by username
      And the primary user is read by EVCO ID
      And the primary user is read by username
      Then each read shows the same user

  @OIOI-GET-19
  Rule: A user who was asked for by a contract ID shows one

    Scenario: The primary user shows a contract ID
      When the primary user is read by EVCO ID
      Then the primary user shows a contract ID
