package org.luoshi.ledger.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.luoshi.organization.WrittenName;

class ImportNamesTests {

    @Test
    void levelsInBracketsAreACollectiveAndNoNote() {
        ImportNames names = ImportNames.of("市农业农村局（牵头）、各市、县〔市、区〕人民政府");
        assertThat(names.leads()).containsExactly("市农业农村局", "各市", "县市区人民政府");
        assertThat(names.leads()).filteredOn(WrittenName::isCollective).containsExactly("各市", "县市区人民政府");
    }
}
