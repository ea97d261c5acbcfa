import { View } from '@tarojs/components';
import { useState } from 'react';
import { Pressable } from './pressable';
import './search-field.scss';
import { TextField } from './text-field';
import { searchTexts as texts } from './texts';

interface SearchFieldProps {
  label: string;
  placeholder: string;
  maxLength: number;
  /** What is searched for now; empty for everything. */
  searched: string;
  onSearch: (words: string) => void;
}

/** A word to find things by, looked up when it is written and not letter by letter. */
export function SearchField({ label, placeholder, maxLength, searched, onSearch }: SearchFieldProps) {
  const [written, setWritten] = useState(searched);
  const clear = () => {
    setWritten('');
    onSearch('');
  };
  return (
    <View className="search-field">
      <TextField
        label={label}
        value={written}
        placeholder={placeholder}
        maxLength={maxLength}
        confirmType="search"
        onChange={setWritten}
        onConfirm={() => onSearch(written)}
      />
      <Pressable className="search-field__go" onPress={() => onSearch(written)}>
        {texts.go}
      </Pressable>
      {searched ? (
        <Pressable className="search-field__go" onPress={clear}>
          {texts.clear}
        </Pressable>
      ) : null}
    </View>
  );
}
