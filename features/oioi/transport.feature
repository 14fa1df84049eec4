@oioi @uses-primary
Feature: HTTP and results at OIOI
  What holds for every call: one endpoint, JSON, and a result with a code.

  @OIOI-HTTP-1
  Rule: Each call is a POST of an object whose one member is the call's name

    Scenario: A read is taken at the one endpoint
      When the primary user is read by username
      Then the call succeeds

    @writes
    Scenario: A post is taken at the one endpoint
      When new details of the primary user are posted by username
      Then the call succeeds

  @OIOI-HTTP-2
  Rule: Every answer is JSON in UTF-8

    Scenario: Answers to reads, right and wrong, are JSON
      When the primary user is read by username
      And a read is made with each body that isn't JSON
      Then every answer keeps to this rule

    @writes
    Scenario: Answers to posts, right and wrong, are JSON
      Given the primary user is watched
      When details are posted with each of these values:
        | member     | value                |
        | first-name | "Jürgen Żółć 山田"   |
        | vat        | "Größenwahn"         |
        | country    | "Österreich"         |
      Then every answer keeps to this rule

  @OIOI-HTTP-3
  Rule: Result code 0 comes with HTTP 200

    Scenario: A read that succeeds has status 200
      When the primary user is read by username
      Then every answer keeps to this rule

    @writes
    Scenario: A post that succeeds has status 200
      When new details of the primary user are posted by username
      Then every answer keeps to this rule

  @OIOI-HTTP-4
  Rule: A failure has status 200 or 4xx

    Scenario: Reads that fail have such a status
      When a read is made for each of these users:
        | user                |
        | an unknown username |
        | a wrong token       |
      And a read is made with each body that isn't JSON
      Then every answer keeps to this rule

    @writes
    Scenario: Posts at the same moment have such a status
      When posts to one user are sent at the same moment
      Then each call gets no server error

  @OIOI-HTTP-5
  Rule: What a call whose content type has a charset gets is recorded

    Scenario: A read has a charset
      When a read is made under the content-type "application/json; charset=utf-8"
      Then what the target does is recorded

    @writes
    Scenario: A post has a charset
      When a post is made under the content-type "application/json; charset=utf-8"
      Then what the target does is recorded

  @OIOI-RESULT-1
  Rule: Every answer has a result with a code and a message

    Scenario: Results of reads that succeed and fail
      When the primary user is read by username
      And a read is made for each of these users:
        | user                |
        | an unknown username |
        | a wrong token       |
      Then every answer keeps to this rule

    @writes
    Scenario: Results of posts that succeed and fail
      When new details of the primary user are posted by username
      And a post is made for each of these users:
        | user                |
        | an unknown username |
        | a wrong token       |
      Then every answer keeps to this rule

  @OIOI-RESULT-2
  Rule: The result code is one that can be meant

    Scenario: Codes of reads
      When the primary user is read by username
      And a read is made for each of these users:
        | user                |
        | an unknown username |
        | a wrong token       |
        | an unknown EVCO ID  |
        | an unknown RFID     |
      And a read is made with each odd body
      Then every answer keeps to this rule

    @writes
    Scenario: Codes of posts
      When new details of the primary user are posted by username
      And a post is made for each of these users:
        | user                |
        | an unknown username |
        | a wrong token       |
        | an unknown EVCO ID  |
        | an unknown RFID     |
      And a post is made with each odd body
      Then every answer keeps to this rule

  @OIOI-RESULT-4
  Rule: A refusal under a 4xx status has a result, too

    Scenario: Results of reads that are refused
      When a read is made for each of these users:
        | user                |
        | an unknown username |
        | a wrong token       |
        | an unknown RFID     |
      And a read is made with each empty object
      Then every answer keeps to this rule

    @writes
    Scenario: Results of posts that are refused
      When a post is made for each of these users:
        | user                |
        | an unknown username |
        | a wrong token       |
      Then every answer keeps to this rule

  @OIOI-RESULT-5
  Rule: The code of a failed authentication is one of these calls' own

    Scenario: Codes of reads for nobody
      When a read is made for each of these users:
        | user                         |
        | an unknown username          |
        | a wrong token                |
        | an unknown EVCO ID           |
        | the username without a token |
      Then every answer keeps to this rule

    @writes
    Scenario: Codes of posts for nobody
      When a post is made for each of these users:
        | user                         |
        | an unknown username          |
        | a wrong token                |
        | the username without a token |
      Then every answer keeps to this rule

  @OIOI-RESULT-3
  Rule: The message says something, and nothing else than the code

    Scenario: Messages of reads
      When the primary user is read by username
      And a read is made for each of these users:
        | user                |
        | an unknown username |
        | a wrong token       |
        | an unknown RFID     |
      And a read is made with each empty object
      Then every answer keeps to this rule

    @writes
    Scenario: Messages of posts
      When new details of the primary user are posted by username
      And a post is made for each of these users:
        | user                |
        | an unknown username |
        | a wrong token       |
        | an unknown RFID     |
      Then every answer keeps to this rule
