using System.Runtime.InteropServices;
using Microsoft.Extensions.AI;

namespace Gateway.Tests;

public sealed class WrittenAnswerTests
{
    [Fact]
    public void What_is_kept_has_no_room_beside_it_that_nobody_counts()
    {
        var answer = new WrittenAnswer(1_000_000);
        answer.Add(
            new(ChatRole.Assistant, new string('a', 700)) { FinishReason = ChatFinishReason.Stop }
        );

        var bytes = answer.Bytes!.Value;

        Assert.True(MemoryMarshal.TryGetArray(bytes, out var held));
        Assert.Equal(bytes.Length, held.Array!.Length);
    }
}
