@oioi @hostile @uses-primary
Feature: Hostile texts in users' details
  Many members get each hostile text at once, and at depth full each member in turn, all else being valid: no server error,
  and what is accepted comes back.

  @OIOI-POST-20 @writes
  Rule: Hostile texts never get a server error, and what is accepted is read back

    @OIOI-POST-5
    Scenario: Hostile texts in many members
      Given the primary user is watched
      When a post's details bear each hostile text in many members at once
      Then each call gets no server error
      And each accepted post, if any, is read back unchanged in meaning

    @probe @OIOI-POST-5
    Scenario Outline: Hostile texts in <member>
      Given the primary user is watched
      When a post's details bear each hostile text in <member>
      Then each call gets no server error
      And each accepted post, if any, is read back unchanged in meaning

      Examples:
        | member |
        | first-name |
        | last-name |
        | billing-name |
        | locale |
        | vat |
        | social-security-number |
        | phone |
        | address.street |
        | address.street-number |
        | address.zip |
        | address.city |
        | address.country |
        | billing-address.street |
        | billing-address.street-number |
        | billing-address.zip |
        | billing-address.city |
        | billing-address.country |

    @OIOI-POST-5
    Scenario: Everyday texts in several members at once
      Given the primary user is watched
      When details are posted with these values, many at once:
        | member                                     | value                                    |
        | first-name, last-name, billing-name        | "O'Neil & Co. + \"A\\\\B\" 100%25"       |
        | first-name, last-name, billing-name        | "Vogel <b>& Sohn</b>"                    |
        | first-name, last-name, billing-name        | "Zo\u00eb \u0141o\u015b \u00c5ngstr\u00f6m I\u015f\u0131k \u0130" |
        | first-name, last-name, billing-name        | "null"                                   |
        | first-name, last-name, billing-name        | "NA"                                     |
        | first-name, last-name, billing-name        | "None"                                   |
        | first-name, last-name, billing-name        | "0"                                      |
        | first-name, last-name, billing-name        | "1e3"                                    |
        | first-name, last-name, billing-name        | "true"                                   |
        | first-name, last-name, billing-name        | "Gro\u00df, A: 5 \u20ac @ ~20\u00b0 [B_C]! \u2013 D; E \| F* {G}? ^H = I" |
        | first-name, last-name, billing-name        | "Select & Drop-In -- Union Table; Order From Where" |
        | first-name, last-name, billing-name        | <70 letters>                             |
        | first-name, last-name, billing-name        | <260 letters>                            |
        | street, city                               | "O'Neil & Co. + \"A\\\\B\" 100%25"       |
        | street, city                               | "Vogel <b>& Sohn</b>"                    |
        | street, city                               | "Zo\u00eb \u0141o\u015b \u00c5ngstr\u00f6m I\u015f\u0131k \u0130" |
        | street, city                               | "null"                                   |
        | street, city                               | "0"                                      |
        | street, city                               | "A; B \| C, D: 5 \u20ac @ [E_F]! \u2013 {G}? * ^ ="  |
        | street, city                               | "Update-Insert-Weg -- Delete From; And Or Like"  |
        | street, city                               | <70 letters>                             |
        | street, city                               | <260 letters>                            |
        | social-security-number, zip, street-number | "A + B's \"1/2\" & 100%25"               |
        | social-security-number, zip, street-number | "null"                                   |
        | social-security-number, zip, street-number | "0"                                      |
        | social-security-number, zip, street-number | "0012"                                   |
        | social-security-number, zip, street-number | <70 letters>                             |
      Then each call gets no server error
      And each accepted post, if any, is read back unchanged in meaning

    Scenario: Details without any member
      When details are posted with each of these values:
        | member  | value |
        | details | {}    |
      Then each call gets no server error

    Scenario Outline: Hostile values of a post's user in <member>
      When a post bears each hostile value in its <member>
      Then each call gets no server error

      Examples:
        | member          |
        | identifier-type |
        | identifier      |
        | token           |

  @OIOI-HTTP-4
  Rule: A hostile value in a read gets no server error

    Scenario Outline: Hostile values of a read's user in <member>
      When a read bears each hostile value in its <member>
      Then every status fits its result

      Examples:
        | member          |
        | identifier-type |
        | identifier      |
        | token           |
