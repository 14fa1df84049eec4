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

    Scenario: The primary user is the same user
      When the primary user is read by username
      Then the primary user is the same by username, EVCO ID and RFID

    @uses-secondary
    Scenario: The secondary user is the same user
      When the secondary user is read by username
      Then the secondary user is the same by username, EVCO ID and RFID

    @writes
    Scenario: The user is the same user after a post
      When new details of the primary user are posted by username
      Then the primary user is the same by username, EVCO ID and RFID

    @uses-secondary
    Scenario: The user is the same on a connection where another was read
      Given a connection that carried a read of another user
      When the primary user is read by username
      Then the primary user is the same by username, EVCO ID and RFID

    @uses-secondary
    Scenario: Each of two users who are read at the same moment is shown
      When reads of two users are sent at the same moment
      Then each read shows the same user

  @OIOI-GET-6
  Rule: Text members are strings or null

    Scenario: Text members of each user
      When the primary user is read by username
      Then every answer keeps to this rule

    @uses-secondary
    Scenario: Text members of another user
      When the secondary user is read by username
      Then every answer keeps to this rule

    @optional
    Scenario: Text members of a user with few details
      When the sparse user is read by username
      Then every answer keeps to this rule

  @OIOI-GET-7
  Rule: Addresses are objects or null

    Scenario: Addresses of a user
      When the primary user is read by EVCO ID
      Then every answer keeps to this rule

    @uses-secondary
    Scenario: Addresses of another user
      When the secondary user is read by username
      Then every answer keeps to this rule

    @optional
    Scenario: Addresses of a user with few details
      When the sparse user is read by username
      Then every answer keeps to this rule

  @OIOI-GET-8
  Rule: The members of an address are strings

    Scenario: Members of the addresses of a user
      When the primary user is read by RFID
      Then every answer keeps to this rule

    @uses-secondary
    Scenario: Members of the addresses of another user
      When the secondary user is read by username
      Then every answer keeps to this rule

    @optional
    Scenario: Members of the addresses of a user with few details
      When the sparse user is read by username
      Then every answer keeps to this rule

  @OIOI-GET-9
  Rule: An address has a country

    Scenario: Countries of the addresses of a user
      When the primary user is read by username
      Then every answer keeps to this rule

    @uses-secondary
    Scenario: Countries of the addresses of another user
      When the secondary user is read by username
      Then every answer keeps to this rule

    @optional
    Scenario: Countries of the addresses of a user with few details
      When the sparse user is read by username
      Then every answer keeps to this rule

  @OIOI-GET-10
  Rule: A country is an assigned two-letter code in upper case

    Scenario: Codes of the countries of a user
      When the primary user is read by username
      Then every answer keeps to this rule

    @uses-secondary
    Scenario: Codes of the countries of another user
      When the secondary user is read by username
      Then every answer keeps to this rule

    @optional
    Scenario: Codes of the countries of a user with few details
      When the sparse user is read by username
      Then every answer keeps to this rule

  @OIOI-GET-11
  Rule: A locale is two lower-case letters

    Scenario: The form of a user's locale
      When the primary user is read by username
      Then every answer keeps to this rule

    @uses-secondary
    Scenario: The form of the locale of another user
      When the secondary user is read by username
      Then every answer keeps to this rule

    @optional
    Scenario: The form of the locale of a user with few details
      When the sparse user is read by username
      Then every answer keeps to this rule

  @OIOI-GET-12
  Rule: A locale is a code of a language

    Scenario: The language of a user's locale
      When the primary user is read by username
      Then every answer keeps to this rule

    @uses-secondary
    Scenario: The language of the locale of another user
      When the secondary user is read by username
      Then every answer keeps to this rule

    @optional
    Scenario: The language of the locale of a user with few details
      When the sparse user is read by username
      Then every answer keeps to this rule

  @OIOI-GET-13
  Rule: An EVCO ID is a contract ID

    Scenario: The form of a user's contract ID
      When the primary user is read by username
      And the primary user is read by EVCO ID
      Then every answer keeps to this rule

    @uses-secondary
    Scenario: The form of the contract ID of another user
      When the secondary user is read by username
      Then every answer keeps to this rule

    @optional
    Scenario: The form of the contract ID of a user with few details
      When the sparse user is read by username
      Then every answer keeps to this rule

  @OIOI-GET-14
  Rule: A user who was asked for by a contract ID has that one, or shows none

    Scenario: The primary user has the contract ID that was asked for
      When the primary user is read by EVCO ID
      Then the primary user shows the contract ID that was asked for, or none

    @uses-secondary
    Scenario: The secondary user has the contract ID that was asked for
      When the secondary user is read by EVCO ID
      Then the secondary user shows the contract ID that was asked for, or none

  @OIOI-GET-15
  Rule: A VAT number has a country and a number

    Scenario: The form of a user's VAT number
      When the primary user is read by username
      Then every answer keeps to this rule

    @uses-secondary
    Scenario: The form of the VAT number of another user
      When the secondary user is read by username
      Then every answer keeps to this rule

    @optional
    Scenario: The form of the VAT number of a user with few details
      When the sparse user is read by username
      Then every answer keeps to this rule

  @OIOI-GET-16
  Rule: All documented members are there

    Scenario: Members of a user with details on record
      When the primary user is read by username
      And the primary user is read by EVCO ID
      And the primary user is read by RFID
      Then every answer keeps to this rule

    Scenario: Members of a user without
      When the sparse user is read by username
      Then every answer keeps to this rule

  @OIOI-GET-17
  Rule: Undocumented members are recorded

    Scenario: A user has more members than the documents say
      When the primary user is read by username
      Then its undocumented members are recorded

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
      When new details of the primary user are posted by username
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

  @OIOI-GET-20
  Rule: The members of an address aren't null

    Scenario: Members of the addresses of users have values
      When the primary user is read by username
      And the primary user is read by RFID
      Then every answer keeps to this rule

    @uses-secondary
    Scenario: Values of the members of addresses of another user
      When the secondary user is read by username
      Then every answer keeps to this rule

    @optional
    Scenario: Values of the members of addresses of a user with few details
      When the sparse user is read by username
      Then every answer keeps to this rule
