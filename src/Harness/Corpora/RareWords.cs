namespace GatewayBench;

/// <summary>
/// Words that stand nowhere else: four syllables of a consonant and a vowel, each used once. Which
/// number has which is shuffled by the seed.
/// </summary>
internal static class RareWords
{
    private const string Consonants = "bdfgklmnprstvz";
    private const string Vowels = "aeiou";
    private const int Syllables = 70;

    /// <summary>Far fewer than there are words: 70 to the power of 4.</summary>
    public const int Count = 1_000_000;

    /// <summary>Has no factor in common with 70: steps of it meet each word once before any again.</summary>
    private const ulong Stride = 7_368_787;

    private const ulong Words = (ulong)Syllables * Syllables * Syllables * Syllables;

    public static string At(int number, ulong seed)
    {
        var word = (SplitMix64.Mix(seed) % Words + (ulong)number * Stride) % Words;
        return string.Create(
            8,
            word,
            static (text, rest) =>
            {
                for (var i = 0; i < text.Length; i += 2)
                {
                    var syllable = (int)(rest % Syllables);
                    text[i] = Consonants[syllable / Vowels.Length];
                    text[i + 1] = Vowels[syllable % Vowels.Length];
                    rest /= Syllables;
                }
            }
        );
    }
}
