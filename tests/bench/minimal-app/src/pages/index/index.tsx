import { Text, View } from '@tarojs/components';
import { makeAutoObservable } from 'mobx';
import { observer } from 'mobx-react';

class Counter {
  count = 0;
  constructor() {
    makeAutoObservable(this, {}, { autoBind: true });
  }
  add() {
    this.count += 1;
  }
}

const counter = new Counter();

export default observer(function Index() {
  return (
    <View onClick={counter.add}>
      <Text>你好 {counter.count}</Text>
    </View>
  );
});
