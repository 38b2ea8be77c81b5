package org.luoshi.files.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.luoshi.shared.BusinessException;

class ContainerTests {

    @Test
    void aListOfHundredThousandEntriesIsABombBeforeItIsRead() {
        byte[] bomb = listing(100_000);
        long before = allocated();
        assertThatExceptionOfType(BusinessException.class)
                .isThrownBy(() -> Container.open(bomb, new Budget()))
                .matches(refusal -> refusal.error() == FileError.BOMB);
        assertThat(allocated() - before).isLessThan(10_000_000);
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    /** One empty file that is listed again and again; the end says that there is one. */
    private static byte[] listing(int times) {
        ByteBuffer zip = ByteBuffer.allocate(31 + times * 47 + 22).order(ByteOrder.LITTLE_ENDIAN);
        zip.putInt(0x04034b50).put(new byte[22]).putInt(1).put((byte) 'x');
        int from = zip.position();
        for (int n = 0; n < times; n++) {
            zip.putInt(0x02014b50)
                    .put(new byte[24])
                    .putShort((short) 1)
                    .put(new byte[16])
                    .put((byte) 'x');
        }
        zip.putInt(0x06054b50).putInt(0).putShort((short) 1).putShort((short) 1);
        return zip.putInt(times * 47).putInt(from).putShort((short) 0).array();
    }
}
