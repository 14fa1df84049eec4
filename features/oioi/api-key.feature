@oioi @uses-primary
Feature: The API key at OIOI
  Every call bears the key of a partner.

  @OIOI-KEY-1
  Rule: Without the right key no call succeeds

    Scenario: Reads without the right key
      When a read is made with each of these keys:
        | key                            |
        | no Authorization header        |
        | a wrong key                    |
        | a key cut short                |
        | a key without its first character |
        | a key with more at its end     |
        | a key in the other letter case |
        | a key with another last character |
        | a key with another first character |
        | an empty key                   |
        | a wrong key as Bearer          |
      Then each call gets a result code other than 0

    @writes
    Scenario: Posts without the right key
      When a post is made with each of these keys:
        | key                            |
        | no Authorization header        |
        | a wrong key                    |
        | a key cut short                |
        | a key without its first character |
        | a key with more at its end     |
        | a key in the other letter case |
        | a key with another last character |
        | a key with another first character |
        | an empty key                   |
        | a wrong key as Bearer          |
      Then each call gets a result code other than 0

    Scenario: A wrong key is refused on a connection where the right one was accepted
      Given a connection that carried a read of the primary user
      When a read is made with each of these keys:
        | key                     |
        | a wrong key             |
        | no Authorization header |
      Then each call gets a result code other than 0

    Scenario: A wrong key is refused beside the right one at the same moment
      When a read with a wrong key and a right one are sent at the same moment
      Then each call gets a result code other than 0

  @OIOI-KEY-2
  Rule: The code says that the key was refused

    Scenario: Reads without the right key say why
      When a read is made with each of these keys:
        | key                     |
        | no Authorization header |
        | a wrong key             |
        | an empty key            |
        | a key cut short         |
      Then each call is refused with result code 210 or 220

    @writes
    Scenario: Posts without the right key say why
      When a post is made with each of these keys:
        | key                     |
        | no Authorization header |
        | a wrong key             |
        | an empty key            |
        | a key cut short         |
      Then each call is refused with result code 210 or 220

  @OIOI-KEY-3
  Rule: Neither the key nor a token comes back

    Scenario: Reads don't show the key or a token
      When the primary user is read by username
      And the primary user is read by RFID
      And a read is made with each of these keys:
        | key         |
        | a wrong key |
      And a read is made for each of these users:
        | user                                  |
        | an unknown username                   |
        | a wrong token                         |
        | the username with another user's token |
      Then every answer keeps to this rule

    @writes
    Scenario: Posts don't show the key or a token
      When new details of the primary user are posted by token
      And a post is made for each of these users:
        | user                                  |
        | an unknown username                   |
        | the username with another user's token |
      Then every answer keeps to this rule
