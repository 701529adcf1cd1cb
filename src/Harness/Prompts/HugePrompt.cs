using System.Text;

namespace GatewayBench;

/// <summary>A prompt of any length.</summary>
internal static class HugePrompt
{
    private static readonly string[] Words =
        "note: on day one the queue grew while two nodes were down, so the team moved work to a spare cell and kept logs".Split(
            ' '
        );

    /// <summary>As many words as tokens, since none of them costs more than one.</summary>
    public static string Of(int tokens)
    {
        var text = new StringBuilder();
        for (var i = 0; i < tokens; i++)
        {
            text.Append(i == 0 ? "" : " ").Append(Words[i % Words.Length]);
        }
        return text.ToString();
    }
}
