@evc-net @hostile @writes
Feature: Hostile values in the members of a customer
  Many members get each hostile value at once, and at depth full each documented member in turn, all else being valid.
  Whatever it is, the answer is a documented one.

  Background:
    Given a customer of this run

  @EVC-CREATE-8
  Rule: No value of a member gets a create anything but a documented status

    Scenario: Hostile values of many members of a create
      When a create bears each hostile value in many members at once
      Then each is taken or refused in a documented way

    @probe
    Scenario Outline: Hostile values of <member>
      When a create bears each hostile value in <member>
      Then each is taken or refused in a documented way

      Examples:
        | member |
        | object_id |
        | first_name |
        | last_name |
        | street |
        | street_number |
        | street_number_ext |
        | zip_code |
        | country_code |
        | city |
        | phone |
        | mobile |
        | email |
        | bic |
        | invoice_name |
        | invoice_street |
        | invoice_street_number |
        | invoice_street_number_ext |
        | invoice_zip_code |
        | invoice_city |
        | invoice_country_code |
        | invoice_email |
        | time_zone |
        | preferred_language |
        | info |
        | receive_newsletters |
        | password |
        | state |
        | billing_account_name |
        | mandate_accepted |
        | customer_type |
        | agreement_condition |
        | reimbursement_mode |
        | electronic_invoice |
        | kvk_number |
        | vat_number |
        | payment_method |
        | public_rechgroups |
        | your_reference |
        | company_object_no |
        | disabled_login |
        | company_name |
        | gender |
        | send_email |
        | usergroup_name |

  @EVC-UPDATE-7
  Rule: No value of a member gets an update anything but a documented status

    Scenario: Hostile values of many members of an update
      When an update bears each hostile value in many members at once
      Then each is taken or refused in a documented way

    Scenario Outline: Hostile values of the cards, in <member>
      When an update bears each hostile value in <member>
      Then each is taken or refused in a documented way

      Examples:
        | member |
        | card_list |
        | card_external_id |

    @probe
    Scenario Outline: Hostile values of <member>
      When an update bears each hostile value in <member>
      Then each is taken or refused in a documented way

      Examples:
        | member |
        | first_name |
        | last_name |
        | company_name |
        | street |
        | street_number |
        | street_number_ext |
        | zip_code |
        | country_code |
        | city |
        | phone |
        | mobile |
        | email |
        | billing_account_number |
        | electronic_invoice |
        | invoice_name |
        | invoice_street |
        | invoice_street_number |
        | invoice_street_number_ext |
        | invoice_zip_code |
        | invoice_city |
        | invoice_country_code |
        | invoice_email |
