package org.luoshi.organization.web;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.luoshi.organization.Person;

/** What was typed about a person. */
public record PersonForm(
        @NotBlank(message = "{organization.form.required}") @Size(max = 60, message = "{organization.form.too-long}")
        String name,

        @Pattern(regexp = "[0-9+\\-() 转,]{0,40}", message = "{organization.form.telephone}")
        String telephone,

        @Email(message = "{organization.form.email}") @Size(max = 200, message = "{organization.form.too-long}")
        String email,

        String version) {

    public PersonForm {
        name = name == null ? "" : name;
        telephone = telephone == null ? "" : telephone;
        email = email == null ? "" : email;
        version = version == null ? "0" : version;
    }

    static PersonForm of(Person person, int version) {
        return new PersonForm(
                person.name(),
                person.telephone() == null ? "" : person.telephone(),
                person.email() == null ? "" : person.email(),
                String.valueOf(version));
    }
}
