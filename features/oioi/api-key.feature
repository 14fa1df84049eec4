@oioi @uses-primary
Feature: The API key at OIOI
  Every call bears the key of a partner.

  @OIOI-KEY-1
  Rule: Without the right key no call succeeds

    @OIOI-KEY-2 @OIOI-KEY-3
    Scenario: Reads without the right key
      When a read is made with each of these keys:
        | key                     | by              |
        | no Authorization header | each identifier |
        | a wrong key             | each identifier |
        | an empty key            | one identifier  |
        | a key cut short         | one identifier  |
      Then each call gets a result code other than 0
      And each call is refused with result code 210 or 220
      And no answer contains the API key or a token

    Scenario: Reads with a key that is almost right
      When a read is made with each of these keys:
        | key                                | by             |
        | a key without its first character  | one identifier |
        | a key with more at its end         | one identifier |
        | a key with more before it          | one identifier |
        | a key in the other letter case     | one identifier |
        | a wildcard for a key               | one identifier |
        | a key with another last character  | one identifier |
        | a key with another first character | one identifier |
        | a wrong key as Bearer              | one identifier |
      Then each call gets a result code other than 0

    @OIOI-KEY-2 @OIOI-KEY-3 @writes
    Scenario: Posts without the right key
      When a post is made with each of these keys:
        | key                     | by              |
        | no Authorization header | each identifier |
        | a wrong key             | each identifier |
        | an empty key            | one identifier  |
        | a key cut short         | one identifier  |
      Then each call gets a result code other than 0
      And each call is refused with result code 210 or 220
      And no answer contains the API key or a token

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

    @writes
    Scenario: Posts with a key that is almost right
      When a post is made with each of these keys:
        | key                                | by             |
        | a key without its first character  | one identifier |
        | a key with more at its end         | one identifier |
        | a key with more before it          | one identifier |
        | a key in the other letter case     | one identifier |
        | a key with another last character  | one identifier |
        | a key with another first character | one identifier |
        | a wrong key as Bearer              | one identifier |
      Then each call gets a result code other than 0
