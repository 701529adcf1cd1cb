namespace GatewayBench.Cli.Tests;

public sealed class IgnoreFileTests : NewFolderFixture
{
    [Theory]
    [InlineData("artifacts/")]
    [InlineData("bin/\n/artifacts/")]
    [InlineData("**/artifacts/*")]
    [InlineData("  artifacts  \r\n")]
    [InlineData("artifacts/load/")]
    public void What_is_ignored_stays_as_it_is(string text)
    {
        Write(".gitignore", text);

        Assert.Null(IgnoreFile.Ensure(At("Shop")));

        Assert.Equal(text, Read(".gitignore"));
        Assert.False(File.Exists(At("Shop", ".gitignore")));
    }

    [Theory]
    [InlineData("", "artifacts/\n")]
    [InlineData("obj/", "obj/\nartifacts/\n")]
    [InlineData("artifacts.txt\n", "artifacts.txt\nartifacts/\n")]
    [InlineData("#artifacts/\n!artifacts/\n", "#artifacts/\n!artifacts/\nartifacts/\n")]
    public void A_file_without_an_entry_gets_one_at_its_end(string before, string after)
    {
        var path = Write(".gitignore", before);

        Assert.Equal(path, IgnoreFile.Ensure(Folder));

        Assert.Equal(after, Read(".gitignore"));
    }

    [Fact]
    public void Files_above_the_repository_are_nothing_to_it()
    {
        Write(".gitignore", "artifacts/");
        Write("Shop/.git/HEAD", "");

        Assert.Equal(At("Shop", ".gitignore"), IgnoreFile.Ensure(At("Shop")));

        Assert.Equal("bin/\nobj/\nartifacts/\n", Read("Shop", ".gitignore"));
    }
}
