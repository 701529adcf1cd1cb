using System.Net;
using System.Text;

namespace GatewayBench.FakeProviderTests;

public sealed class StubFuzzTests
{
    private const int Cases = 3_000;

    private static readonly string[] Pieces =
    [
        "null",
        "true",
        "0",
        "-1",
        "1e999",
        "99999999999999999999",
        "\"\"",
        "\"\\ud800\"",
        "\"\\u0000\"",
        "[]",
        "{}",
        "[[]]",
        "\"(a+)+$\"",
        "\"$..a[?(@.b == 'c')]\"",
        "\"$[?(!(!(@.a)))]\"",
        "\"request\"",
        "\"GET\"",
        "\"absent\"",
        "{\"absent\":true}",
        "\"EMPTY_RESPONSE\"",
        ",",
        "\"",
        "\\",
        "\u00e9",
    ];

    /// <summary>All mappings of the oracle, changed at random: taken or refused, and never fatal.</summary>
    [Fact]
    public async Task A_mutated_mapping_is_taken_or_refused_and_harms_nobody()
    {
        var random = new Random(42);
        await using var client = await ProviderClient.StartAsync(o =>
            o.TimeProvider = new HastyTimeProvider()
        );
        var (taken, refused) = (0, 0);

        for (var i = 0; i < Cases; i++)
        {
            var stubCase = StubCases.All[random.Next(StubCases.All.Count)];
            // One mapping of the array, or the remains of several.
            var mapping = Mutate(stubCase.Mappings[1..^1], random);
            using var added = await client.PostAsync("__admin/mappings", mapping);
            if (added.StatusCode == HttpStatusCode.Created)
            {
                taken++;
                await AskAsync(client, stubCase, mapping);
                await client.Http.DeleteAsync(
                    new Uri("__admin/mappings", UriKind.Relative),
                    TestContext.Current.CancellationToken
                );
            }
            else
            {
                refused++;
                Assert.True(
                    added.StatusCode == HttpStatusCode.UnprocessableEntity,
                    $"{added.StatusCode}: {mapping}"
                );
            }
        }

        await (await client.AskAsync("hello")).JsonAsync();
        Assert.True(
            taken > Cases / 20 && refused > Cases / 20,
            $"{taken} taken, {refused} refused"
        );
    }

    private static async Task AskAsync(ProviderClient client, StubCase stubCase, string mapping)
    {
        foreach (var request in stubCase.Requests)
        {
            var answer = await StubAnswer.AskAsync(client.Http, request, stubCase);
            Assert.True(
                !answer.StartsWith("500", StringComparison.Ordinal)
                    || mapping.Contains("500", StringComparison.Ordinal),
                $"{answer} from {mapping}"
            );
            Assert.True(
                answer != "broken" || mapping.Contains("fault", StringComparison.Ordinal),
                $"{answer} from {mapping}"
            );
        }
    }

    private static string Mutate(string text, Random random)
    {
        var mutated = new StringBuilder(text);
        for (var i = random.Next(4); i > 0 && mutated.Length > 1; i--)
        {
            var at = random.Next(mutated.Length);
            var length = Math.Min(1 + random.Next(8), mutated.Length - at);
            switch (random.Next(4))
            {
                case 0:
                    mutated.Remove(at, length);
                    break;
                case 1:
                    mutated.Insert(at, Pieces[random.Next(Pieces.Length)]);
                    break;
                case 2:
                    mutated.Insert(at, mutated.ToString(at, length));
                    break;
                default:
                    ReplaceValue(mutated, at, Pieces[random.Next(Pieces.Length)]);
                    break;
            }
        }
        return mutated.ToString();
    }

    /// <summary>What stands between the next colon and the comma or brace after it.</summary>
    private static void ReplaceValue(StringBuilder text, int from, string value)
    {
        var whole = text.ToString();
        var colon = whole.IndexOf(':', from);
        var end = colon < 0 ? -1 : whole.AsSpan(colon).IndexOfAny(",}]");
        if (end > 0)
        {
            text.Remove(colon + 1, end - 1).Insert(colon + 1, value);
        }
    }
}
